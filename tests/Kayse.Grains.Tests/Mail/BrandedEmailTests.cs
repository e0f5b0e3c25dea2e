using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

/// <summary>Mails in the look of the company that they are about (CO-3).</summary>
public sealed class BrandedEmailTests
{
    private static readonly EmailBrand _brand = new("Cohen <b> & Partners", "#9a3412", "#c28575", new byte[] { 1, 2, 3 });

    [Fact]
    public void The_logo_comes_with_the_mail_and_the_color_is_the_companys()
    {
        var mail = EmailSamples.Sent(EmailSamples.All["role-changed"], brand: _brand);

        mail.Logo!.Content.ToArray().ShouldBe([1, 2, 3]);
        mail.HtmlBody.ShouldContain($"<img src=\"cid:{mail.Logo.ContentId}\"");
        mail.HtmlBody.ShouldContain("Cohen &lt;b&gt; &amp; Partners");
        mail.HtmlBody.ShouldContain("bgcolor=\"#9a3412\"");
        mail.HtmlBody.ShouldContain(".link { color: #c28575 !important; }");
        mail.HtmlBody.ShouldNotContain("#2f55d4");
    }

    [Fact]
    public void Without_an_icon_there_is_no_place_for_one()
    {
        var mail = EmailSamples.Sent(EmailSamples.All["role-changed"], brand: _brand with { Icon = null });

        mail.Logo.ShouldBeNull();
        mail.HtmlBody.ShouldNotContain("<img");
        mail.HtmlBody.ShouldContain("bgcolor=\"#9a3412\"");
    }
}
