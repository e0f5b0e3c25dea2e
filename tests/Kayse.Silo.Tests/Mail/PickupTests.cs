using Kayse.Grains.Mail;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Mail;

public sealed class PickupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_mail_becomes_a_file_with_the_same_content()
    {
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(Mails.Plain);
        await host.SendAsync(Mails.Unicode with { MessageId = "<0197f3c2-2@kayse.example>" });

        MimeContent.ShouldMatch(await MailFile.ReadAsync(FileOf("0197f3c2-1@kayse.example.eml")), Mails.Plain);
        MimeContent.ShouldMatch(
            await MailFile.ReadAsync(FileOf("0197f3c2-2@kayse.example.eml")),
            Mails.Unicode with
            {
                MessageId = "<0197f3c2-2@kayse.example>",
            }
        );
    }

    [Fact]
    public async Task A_file_that_comes_with_a_mail_is_attached_to_it()
    {
        using var host = MailHost.Pickup(Pickup);

        var file = new EmailAttachment("certificate.jws", "application/jose", "e30.e30.c2ln"u8.ToArray());
        await host.SendAsync(Mails.Plain with { Attachment = file });

        var lines = await File.ReadAllLinesAsync(FileOf("0197f3c2-1@kayse.example.eml"));
        lines.ShouldContain(line => line.Contains("attachment; filename=certificate.jws", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Content-Type: application/jose", StringComparison.Ordinal));
        lines.ShouldContain(Convert.ToBase64String("e30.e30.c2ln"u8));
    }

    [Fact]
    public async Task A_logo_is_a_part_beside_the_HTML_that_shows_it()
    {
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(Mails.Plain with { Logo = new EmailImage("logo.1@kayse.example", "png"u8.ToArray()) });

        using var mail = await MimeKit.MimeMessage.LoadAsync(FileOf("0197f3c2-1@kayse.example.eml"));
        var related = mail.Body.ShouldBeOfType<MimeKit.MultipartAlternative>()[1].ShouldBeOfType<MimeKit.MultipartRelated>();
        related.Root.ShouldBeOfType<MimeKit.TextPart>().IsHtml.ShouldBeTrue();
        var logo = related[1].ShouldBeOfType<MimeKit.MimePart>();
        (logo.ContentId, logo.ContentType.MimeType, logo.IsAttachment).ShouldBe(("logo.1@kayse.example", "image/png", false));
    }

    [Fact]
    public async Task A_link_can_be_read_in_the_file_as_it_is()
    {
        using var host = MailHost.Pickup(Pickup);

        var link = $"https://kayse.example/invitations/accept#token=abc=123{new string('x', 200)}";
        var subject = $"Ada Lovelace invited you to join {new string('a', 100)} & {new string('b', 100)} on Kayse";
        await host.SendAsync(Mails.Plain with { Subject = subject, TextBody = $"Hello,\r\n\r\n{link}\r\n" });

        var lines = await File.ReadAllLinesAsync(FileOf("0197f3c2-1@kayse.example.eml"));
        lines.ShouldContain(link);
        lines.ShouldContain($"Subject: {subject}");
    }

    [Theory]
    [InlineData("=?utf-8?q?x=0D=0AZ?=")]
    [InlineData("=?utf-8?b?RXZpbA==?= & Co")]
    [InlineData("Ada =?iso-8859-1?q?=41?= Lovelace")]
    public async Task What_looks_encoded_already_is_read_as_it_was_typed(string name)
    {
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(
            Mails.Plain with
            {
                Subject = $"{name} invited you",
                From = Mails.Plain.From with { DisplayName = name },
                To = Mails.Plain.To with { DisplayName = name },
            }
        );

        var mail = await MailFile.ReadAsync(FileOf("0197f3c2-1@kayse.example.eml"));
        (Plain(mail.Subject), Plain(mail.From.DisplayName), Plain(mail.To.DisplayName)).ShouldBe(($"{name} invited you", name, name));
        mail.RecipientCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("Ada\r\nBcc: eve@evil.example")]
    [InlineData("Ada\nBcc: eve@evil.example")]
    [InlineData("Ada\u2028Bcc: eve@evil.example")]
    [InlineData("\" <eve@evil.example>, \"Ada")]
    public async Task A_name_adds_no_header_and_no_recipient(string name)
    {
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(Mails.Plain with { Subject = $"{name} invited you", To = Mails.Plain.To with { DisplayName = name } });

        var mail = await MailFile.ReadAsync(FileOf("0197f3c2-1@kayse.example.eml"));
        mail.RecipientCount.ShouldBe(1);
        mail.To.Address.ShouldBe(Mails.Plain.To.Address);
        mail.HeaderNames.ShouldNotContain("bcc");
    }

    [Fact]
    public async Task The_envelope_is_the_first_two_lines()
    {
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(Mails.Plain);

        (await File.ReadAllLinesAsync(FileOf("0197f3c2-1@kayse.example.eml")))[..2]
            .ShouldBe(["X-Sender: no-reply@kayse.example", "X-Receiver: ada@example.com"]);
    }

    [Fact]
    public async Task A_retry_replaces_the_file()
    {
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(Mails.Plain);
        await host.SendAsync(Mails.Plain with { Subject = "Again" });

        Directory.GetFiles(Pickup).ShouldHaveSingleItem();
        (await MailFile.ReadAsync(FileOf("0197f3c2-1@kayse.example.eml"))).Subject.ShouldBe("Again");
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_replaced_and_never_shown()
    {
        using var host = MailHost.Pickup(Pickup);
        var partial = Directory.CreateDirectory(Path.Combine(Pickup, ".partial"));
        await File.WriteAllTextAsync(Path.Combine(partial.FullName, "0197f3c2-1@kayse.example"), "half a ma");

        await host.SendAsync(Mails.Plain);

        Directory.GetFiles(Pickup).ShouldHaveSingleItem();
        Directory.GetFileSystemEntries(Path.Combine(Pickup, ".partial")).ShouldBeEmpty();
        (await MailFile.ReadAsync(FileOf("0197f3c2-1@kayse.example.eml"))).Subject.ShouldBe(Mails.Plain.Subject);
    }

    [Fact]
    public async Task Other_ids_get_other_files_and_none_leaves_the_folder()
    {
        using var host = MailHost.Pickup(Pickup);
        string[] ids =
        [
            "<a_b@x>",
            "<a+b@x>",
            "<a=b@x>",
            "<..@x>",
            "<../../x@y>",
            $"<{new string('a', 300)}@x>",
            $"<{new string('a', 300)}@y>",
        ];

        foreach (var id in ids)
            await host.SendAsync(Mails.Plain with { MessageId = id });

        Directory.GetFiles(Pickup, "*.eml").Length.ShouldBe(ids.Length);
        Directory.GetFileSystemEntries(_folder.Path).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<a@b>\r\nBcc: eve@example.com")]
    [InlineData("a@b")]
    public async Task A_malformed_message_id_is_refused(string id)
    {
        using var host = MailHost.Pickup(Pickup);

        await Should.ThrowAsync<EmailRefusedException>(() => host.SendAsync(Mails.Plain with { MessageId = id }));

        Directory.Exists(Pickup).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_fails_for_now()
    {
        using var host = MailHost.Pickup(_folder.Write("a-file", ""));

        (await Should.ThrowAsync<Exception>(() => host.SendAsync(Mails.Plain))).ShouldNotBeOfType<EmailRefusedException>();
    }

    [Fact]
    public async Task The_folder_is_for_this_account_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var host = MailHost.Pickup(Pickup);

        await host.SendAsync(Mails.Plain);

        File.GetUnixFileMode(Pickup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    // Without what keeps a program from decoding it.
    private static string Plain(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);

    private string Pickup => Path.Combine(_folder.Path, "mail");

    private string FileOf(string name) => Path.Combine(Pickup, name);
}
