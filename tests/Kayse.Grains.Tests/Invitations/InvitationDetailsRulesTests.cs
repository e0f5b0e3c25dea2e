using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Directory;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Scopes;

namespace Kayse.Grains.Tests.Invitations;

public sealed class InvitationDetailsRulesTests
{
    private static readonly PlainPhoneNumbers _phones = new();
    private static readonly ScopeList _scopes = SampleScopes.Of(SampleScopes.Scope("a", "car"));
    private static readonly InviteMember _command = new(
        "invitation",
        " Ben ",
        "Ben@Else.Example",
        null,
        null,
        null,
        new AccessChange(Role.User, ScopeIds: ["a"])
    );
    private static readonly UpdateInvitation _nothing = new();

    [Fact]
    public void Details_are_kept_in_their_normal_form()
    {
        var details = InvitationDetailsRules.Check(_command, _phones, _scopes);

        (details.FullName, details.Email, details.Access.CaseAccess).ShouldBe(("Ben", "ben@else.example", AccessMode.Assigned));
        details.Access.AgentAccess.ShouldBe(AccessMode.All, "nothing was said of agents");
    }

    [Theory, InlineData("fullName"), InlineData("email"), InlineData("permissions"), InlineData("scopeIds"), InlineData("agentIds")]
    public void What_is_wrong_is_refused_by_its_field(string field)
    {
        var command = field switch
        {
            "fullName" => _command with { FullName = "" },
            "email" => _command with { Email = " " },
            "permissions" => _command.Give(access => access with { Permissions = ["everything"] }),
            "scopeIds" => _command.Give(access => access with { ScopeIds = ["gone"] }),
            _ => _command.Give(access => access with { AgentIds = [""] }),
        };

        Should
            .Throw<RefusedException>(() => InvitationDetailsRules.Check(command, _phones, _scopes))
            .Refusal.Fields!.Keys.ShouldBe([field]);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var command = _command with { FullName = "", Email = "nobody", PhoneNumber = "12" };

        var refusal = Should.Throw<RefusedException>(() => InvitationDetailsRules.Check(command, _phones, _scopes)).Refusal;

        (refusal.Code, string.Join(' ', refusal.Fields!.Keys)).ShouldBe(("validation_failed", "fullName email phoneNumber"));
        Should
            .Throw<RefusedException>(() => InvitationDetailsRules.Check(_command with { Email = "nobody" }, _phones, _scopes))
            .Code.ShouldBe("email_invalid", "it alone has a code of its own");
    }

    [Fact]
    public void A_change_leaves_the_rest_and_a_higher_role_leaves_scopes_behind()
    {
        var details = InvitationDetailsRules.Check(_command, _phones, _scopes);

        var renamed = InvitationDetailsRules.Apply("invitation", details, _nothing with { FullName = "Benjamin" }, _phones, _scopes);
        var admin = InvitationDetailsRules.Apply(
            "invitation",
            details,
            _nothing with
            {
                Access = new AccessChange(Role.Admin),
            },
            _phones,
            _scopes
        );

        (renamed.FullName, renamed.Access.ScopeIds.Single()).ShouldBe(("Benjamin", "a"));
        (admin.Access.CaseAccess, admin.Access.ScopeIds.Count).ShouldBe((AccessMode.All, 0));
    }

    [Fact]
    public void Whose_scope_is_gone_stays_restricted()
    {
        var details = InvitationDetailsRules.Check(_command, _phones, _scopes);

        var renamed = InvitationDetailsRules.Apply("invitation", details, _nothing, _phones, SampleScopes.Of());

        (renamed.Access.CaseAccess, renamed.Access.ScopeIds.Count).ShouldBe((AccessMode.Assigned, 0));
    }
}
