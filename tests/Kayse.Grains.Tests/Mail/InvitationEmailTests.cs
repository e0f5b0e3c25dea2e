using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Tests.Mail;

public sealed class InvitationEmailTests
{
    private static readonly InvitationEmail _email = (InvitationEmail)EmailSamples.All["invitation"];

    [Fact]
    public void The_subject_says_who_and_where() =>
        EmailSamples.Sent(_email).Subject.ShouldBe("Charles Babbage invited you to join Analytical Engines Ltd on Kayse");

    [Fact]
    public void The_text_is_what_a_person_would_write() =>
        EmailSamples
            .Sent(_email)
            .TextBody.ShouldBe(
                """
                Hello Ada Lovelace,

                Charles Babbage has invited you to join Analytical Engines Ltd on Kayse as
                Super Admin.

                Please accept within 24 hours. The invitation ends on Tuesday, 6 January 2026
                at 09:05 UTC.

                Accept the invitation:

                https://accounts.example.com/invitations/accept#token=0197f3c2.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA

                The link is for you alone and works once. Please do not forward this mail.

                If you do not know Charles Babbage or did not expect this, you can ignore this
                mail: nothing happens unless the invitation is accepted.

                --{space}
                Kayse

                """.Replace("{space}", " ", StringComparison.Ordinal).ReplaceLineEndings("\r\n")
            );
}
