using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

public partial interface ICompanyGrain
{
    /// <summary>
    /// Refuses who may not give commands of a kind at all: <c>not_found</c> for who is no active member, else
    /// <c>forbidden</c>. Every command decides this itself; asked for here it is where a request is answered without
    /// one, because its form is at fault or because it was answered before. Changes nothing.
    /// </summary>
    [Alias("ensure-right")]
    Task EnsureRightAsync(Actor actor, CompanyRight right);
}
