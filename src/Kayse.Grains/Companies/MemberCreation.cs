using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>
/// The creation of a member from its decision until the person and the member are both there, or neither is.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="Registration">The person.</param>
/// <param name="Audit">The account of it.</param>
internal sealed record MemberCreation(MemberRecord Member, RegisterUser Registration, AuditRecord Audit);
