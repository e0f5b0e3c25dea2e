using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Errors;

public sealed class FieldErrorsTests
{
    private const string Visible = "Enter at least one visible character.";

    private readonly FieldErrors _errors = new();

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u200D\u200C")]
    [InlineData("\uFEFF \u2060")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("\u0301")]
    [InlineData("\uFE0F")]
    [InlineData("\u00AD\u00AD")]
    public void Text_that_nobody_sees_is_refused(string text)
    {
        _errors.Required("name", text, 200);
        _errors.Optional("jobTitle", text, 200);

        var fields = Fields();
        fields["name"].ShouldBe([Visible]);
        fields["jobTitle"].ShouldBe([Visible]);
    }

    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("ស្រី\u200Bសុខ")]
    [InlineData("അവന്\u200D")]
    [InlineData("👩\u200D⚖️ Ada")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F")]
    [InlineData("박")]
    [InlineData("O'Neill-Łukasz")]
    [InlineData("?")]
    public void Joiners_inside_real_names_stay(string text)
    {
        _errors.RequiredName("name", text, 200).ShouldBe(text.Normalize());
        _errors.ThrowIfAny();
    }

    [Theory]
    [InlineData("\u200BAda\uFEFF")]
    [InlineData("\u00A0\u2003Ada\u3000\u200B")]
    [InlineData("\u2060\u200E Ada \u200F")]
    public void What_is_invisible_at_the_ends_is_trimmed(string text)
    {
        _errors.Required("name", text, 200).ShouldBe("Ada");
        _errors.ThrowIfAny();
    }

    [Theory]
    [InlineData("Evil http://evil.example/login & Co", "http://evil.example/login")]
    [InlineData("Visit evil.example now", "evil.example")]
    [InlineData("www.evil", "www.evil")]
    [InlineData("HTTPS://x", "HTTPS://x")]
    [InlineData("javascript://x", "javascript://x")]
    [InlineData("mailto:eve", "mailto:eve")]
    [InlineData("eve@evil", "eve@evil")]
    [InlineData("(evil.co.uk)", "(evil.co.uk)")]
    [InlineData("go to t.co", "t.co")]
    [InlineData("evil\u2060.\u200Bexample", "evil.example")]
    [InlineData("evil\u3002example", "evil.example")]
    [InlineData("evil\uFF0Eexample", "evil.example")]
    [InlineData("пример.рф", "пример.рф")]
    public void A_name_carries_no_link(string name, string link)
    {
        _errors.RequiredName("name", name, 200).ShouldBe("");
        _errors.OptionalName("other", name, 200).ShouldBeNull();

        var fields = Fields();
        fields["name"].ShouldHaveSingleItem().ShouldContain($"\"{link}\"");
        fields["other"].ShouldHaveSingleItem().ShouldContain($"\"{link}\"");
    }

    [Theory]
    [InlineData("J.R.R. Tolkien")]
    [InlineData("J.R.R.Tolkien")]
    [InlineData("J.Smith")]
    [InlineData("Dr.Smith")]
    [InlineData("Robert St.John")]
    [InlineData("Smith & Co. LLP")]
    [InlineData("Müller e.V.")]
    [InlineData("Rossi S.p.A.")]
    [InlineData("Martin Luther King, Jr.")]
    [InlineData("Smith v. Jones: 1.5 / 2")]
    [InlineData("Law 24/7")]
    [InlineData("A&B: Partners")]
    public void Dots_of_initials_and_abbreviations_are_fine(string name)
    {
        _errors.RequiredName("name", name, 200).ShouldBe(name);
        _errors.ThrowIfAny();
    }

    private IReadOnlyDictionary<string, string[]> Fields() =>
        Should.Throw<RefusedException>(_errors.ThrowIfAny).Refusal.Fields.ShouldNotBeNull();
}
