using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passwords;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Members;

/// <summary>
/// Passwords that an admin chooses for a member (IN-9, ME-5): judged and hashed here, once the company has said that
/// they may.
/// </summary>
internal sealed class MemberPasswordFlow(IGrainFactory grains, PasswordHashing passwords)
{
    public async Task<string> HashInitialAsync(ICompanyAccountsGrain company, Actor actor, InitialPassword initial, CancellationToken ct)
    {
        var companyName = await company.PrepareCreateMemberAsync(actor, initial.Role);
        if (!EmailAddress.TryNormalize(initial.Email, out var address))
            throw new RefusedException(DirectoryErrors.EmailInvalid);
        return await passwords.HashAsync(
            initial.Password,
            new PasswordContext(address, initial.FullName, companyName),
            "password",
            HashingCaller.Known(actor.UserId),
            ct
        );
    }

    public async Task SetAsync(ICompanyAccountsGrain company, Actor actor, string userId, string newPassword, CancellationToken ct)
    {
        await company.PrepareSetMemberPasswordAsync(actor, userId);
        var history =
            await grains.GetGrain<ICredentialsGrain>(userId).GetPasswordHistoryAsync()
            ?? throw new RefusedException(GeneralErrors.NotFound);
        var hash = await passwords.HashAsync(
            newPassword,
            new PasswordContext(history.Email, history.Names),
            history.Hashes,
            "newPassword",
            HashingCaller.Known(actor.UserId),
            ct
        );
        await company.SetMemberPasswordAsync(actor, userId, hash);
    }
}
