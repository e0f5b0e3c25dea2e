namespace Kayse.Grains.Passwords;

public sealed class PasswordPolicyTests
{
    private const string TooLong = "Use at most 128 characters.";
    private const string TooShort = "Use at least 8 characters with letters, numbers and symbols, or at least 15 characters of any kind.";
    private const string Common = "Choose a less common password. Adding numbers or symbols to a common one isn't enough.";
    private static readonly PasswordContext _context = new("Anna.Berg@firm.example", "Anna Müller-Berg", "Holt & Söhne Legal");

    [Theory]
    [InlineData("vex7!kal")] // 8
    [InlineData("vex 7kal")] // a space is a symbol
    [InlineData("пять5!кот")]
    [InlineData("नमक१२३४!")]
    [InlineData("vex7kal\U0001F511")]
    [InlineData("plum tram otter")] // 15
    [InlineData("483920174650382")]
    [InlineData("  plum  tram  otter  ")]
    public void Good_password_breaks_no_rule(string password) => Broken(password).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("vex7!ka")] // 7
    [InlineData("vex7!\U0001F511\U0001F511")] // 7 characters, 9 chars
    public void Fewer_than_8_characters_are_refused(string password) => Broken(password).ShouldBe([TooShort]);

    [Theory]
    [InlineData("48392017!", "a letter")]
    [InlineData("vexokalu!", "a number")]
    [InlineData("vex7okal", "a symbol")]
    [InlineData("plumtramotters", "a number and a symbol")] // 14
    [InlineData("48392017465038", "a letter and a symbol")]
    public void Below_15_characters_every_kind_is_needed(string password, string missing) =>
        Broken(password).ShouldBe([$"Add {missing}, or use at least 15 characters of any kind."]);

    [Fact]
    public void Length_limit_is_128_characters()
    {
        Broken(Long(128)).ShouldBeEmpty();
        Broken(Long(129)).ShouldBe([TooLong]);
    }

    [Fact]
    public void Length_is_counted_in_unicode_scalars_of_the_composed_form()
    {
        Broken(string.Concat(Enumerable.Repeat("\U0001F511", 128))).ShouldBeEmpty();
        Broken(string.Concat(Enumerable.Repeat("e\u0301", 128))).ShouldBeEmpty();
        Broken(string.Concat(Enumerable.Repeat("\u03B1\u0313\u0300\u0345", 128))).ShouldBeEmpty(); // The longest way to write one scalar.
        Broken(string.Concat(Enumerable.Repeat("e\u0301", 129))).ShouldBe([TooLong]);
    }

    [Fact]
    public void Huge_input_is_refused_without_normalising_it() =>
        Broken("a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000))).ShouldBe([TooLong]);

    [Fact]
    public void Half_a_character_is_refused()
    {
        string[] rule = ["Use only valid Unicode characters."];
        Broken("vex7!kal\uD83D").ShouldBe(rule);
        Broken("\uDD11vex7!kal").ShouldBe(rule);
    }

    [Theory]
    [InlineData("p@ssw0rd")]
    [InlineData("P@SSW0RD")]
    [InlineData(" p@ssw0rd ")]
    [InlineData("passwordpassword")]
    [InlineData("Password1!")]
    [InlineData("password 2026-11")]
    [InlineData("1234567890!!!!!")]
    public void Common_password_is_refused_also_with_numbers_and_symbols_after_it(string password) => Broken(password).ShouldBe([Common]);

    [Theory]
    [InlineData("password of a tram")]
    [InlineData("7!password-kal")]
    public void Common_password_inside_a_longer_one_is_no_reason(string password) => Broken(password).ShouldBeEmpty();

    [Fact]
    public void List_of_common_passwords_has_more_than_10000_entries() => CommonPasswords.Count.ShouldBeGreaterThan(10_000);

    [Theory]
    [InlineData("anna.berg@firm.example")]
    [InlineData("7! ANNA.BERG@FIRM.EXAMPLE")]
    public void Email_address_is_refused(string password) => Broken(password).ShouldContain("Don't use your email address.");

    [Fact]
    public void Local_part_of_the_email_address_is_refused() =>
        PasswordPolicy
            .BrokenRules("xx-Otto99-xx7!", new PasswordContext("otto99@firm.example"))
            .ShouldBe(["Leave out \"otto99\", which is the part of your email address before the @."]);

    [Fact]
    public void Local_part_of_fewer_than_4_characters_is_no_reason() =>
        PasswordPolicy.BrokenRules("vex7!kal", new PasswordContext("vex@firm.example")).ShouldBeEmpty();

    [Theory]
    [InlineData("vexANNA7!kal", "Anna")]
    [InlineData("7!müller-kal", "Müller")]
    [InlineData("7!mu\u0308ller-kal", "Müller")]
    [InlineData("7!söhne-kal", "Söhne")]
    [InlineData("a legal tram and a plum", "Legal")]
    public void Word_of_a_name_is_refused(string password, string word) =>
        Broken(password).ShouldBe([$"Leave out \"{word}\", which is part of your name or of your company's."]);

    [Fact]
    public void Word_of_fewer_than_4_letters_is_no_reason() =>
        PasswordPolicy.BrokenRules("vex7!kal", new PasswordContext("x@firm.example", "Kal Vex", string.Empty)).ShouldBeEmpty();

    [Fact]
    public void Short_names_count_as_a_whole()
    {
        var context = new PasswordContext("x@firm.example", "Bo Lin");
        PasswordPolicy
            .BrokenRules("7!BoLin-vex", context)
            .ShouldBe(["Leave out \"BoLin\", which is part of your name or of your company's."]);
        PasswordPolicy.BrokenRules("7!Bo-vex-Lin", context).ShouldBeEmpty();
    }

    [Fact]
    public void Name_of_the_service_is_refused() => Broken("7!kayse-vex").ShouldBe(["Leave out \"Kayse\", the name of this service."]);

    [Fact]
    public void Every_broken_rule_is_named() =>
        Broken("anna").ShouldBe([TooShort, "Leave out \"Anna\", which is part of your name or of your company's."]);

    private static IReadOnlyList<string> Broken(string password) => PasswordPolicy.BrokenRules(password, _context);

    private static string Long(int length) => string.Concat(Enumerable.Repeat("plum tram ", 13))[..length];
}
