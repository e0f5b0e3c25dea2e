using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Directory;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Invitations;

public sealed class AcceptanceRulesTests
{
    private static readonly InvitationDetails _details = new(
        "Ben",
        "ben@else.example",
        "+4915112000001",
        "Paralegal",
        new AccessGrant { Role = Role.User, ScopeIds = ["a"] }
    );
    private static readonly InvitationAcceptance _acceptance = new("user", null, _details, new Inviter("ada", "Ada"), null)
    {
        ProvesAddress = true,
    };

    [Theory]
    [InlineData(null, null, "Ben", "+4915112000001")]
    [InlineData(" Benjamin ", "+4915112000002", "Benjamin", "+4915112000002")]
    [InlineData(null, "", "Ben", null)]
    public void A_new_person_may_correct_name_and_number(string? name, string? phone, string expectedName, string? expectedPhone)
    {
        var registration = AcceptanceRules.RegistrationOf(
            new NewPerson("user", "hash", name, phone, null),
            _acceptance,
            new PlainPhoneNumbers()
        );

        (registration.FullName, registration.PhoneNumber, registration.Email).ShouldBe((expectedName, expectedPhone, "ben@else.example"));
        registration.Address.ShouldBe(AddressProof.Given);
    }

    [Fact]
    public void A_number_that_is_none_is_refused() =>
        Should
            .Throw<RefusedException>(() =>
                AcceptanceRules.RegistrationOf(new NewPerson("user", "hash", null, "12", null), _acceptance, new PlainPhoneNumbers())
            )
            .Code.ShouldBe("phone_invalid");

    [Fact]
    public void The_member_gets_what_the_invitation_gives_under_the_name_of_the_person()
    {
        var user = new UserView("user", "Benjamin", "ben@else.example", null, null);

        var member = AcceptanceRules.MemberOf(_details, user, "invitation", DateTimeOffset.UnixEpoch);

        (member.UserId, member.FullName, member.JobTitle, member.InvitationId).ShouldBe(("user", "Benjamin", "Paralegal", "invitation"));
        (member.Access.CaseAccess, member.Access.ScopeIds.Single()).ShouldBe((AccessMode.Assigned, "a"));
    }

    [Fact]
    public void Who_comes_by_a_link_that_was_not_mailed_has_yet_to_prove_the_address() =>
        AcceptanceRules
            .RegistrationOf(
                new NewPerson("user", "hash", null, null, null),
                _acceptance with
                {
                    ProvesAddress = false,
                },
                new PlainPhoneNumbers()
            )
            .Address.ShouldBe(AddressProof.Mailed);
}
