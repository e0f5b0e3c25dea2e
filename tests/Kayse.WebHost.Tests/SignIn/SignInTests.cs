using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.SignIn;

/// <summary>Signing in and up, and what it tells strangers.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Sign_in_ignores_how_the_address_is_written()
    {
        await using var app = new KayseApp();
        var person = await app.SignUpAsync();

        (await app.SignInAsync($" {person.Email.ToUpperInvariant()} ")).UserId.ShouldBe(person.UserId);
    }

    [Fact]
    public async Task An_unknown_address_is_refused_as_a_wrong_password_is()
    {
        await using var app = new KayseApp();
        var person = await app.SignUpAsync();
        var wrong = await app.Client().PostAsync("auth/sign-in", new { email = person.Email, password = "wrong" });
        var unknown = await app.Client().PostAsync("auth/sign-in", new { email = "nobody@firm.example", password = "wrong" });
        var none = await app.Client().PostAsync("auth/sign-in", new { email = "no address", password = "wrong" });

        foreach (var answer in new[] { wrong, unknown, none })
        {
            answer.ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
            WithoutTrace(answer).ShouldBe(WithoutTrace(wrong));
        }
    }

    [Fact]
    public async Task Sign_up_with_an_address_in_use_takes_its_password()
    {
        await using var app = new KayseApp();
        var person = await app.SignUpAsync();
        var another = new
        {
            companyName = "Second Firm",
            fullName = "Ada Vale",
            email = person.Email,
            password = Person.Password,
        };

        (await app.Client().PostAsync("companies", another with { password = "some other passphrase" })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        var second = await app.Client().PostAsync("companies", another);

        second.ShouldBe(HttpStatusCode.Created).At("user.id").ShouldBe(person.UserId);
        var signedIn = await app.Client().PostAsync("auth/sign-in", new { email = person.Email, password = Person.Password });
        signedIn.Json["companies"]!.AsArray().Count.ShouldBe(2);
        (await app.Client(second.At("session.token")).GetAsync("session")).At("company.name").ShouldBe("Second Firm");
    }

    [Fact]
    public async Task A_weak_password_is_refused_alike_for_any_address()
    {
        await using var app = new KayseApp();
        var person = await app.SignUpAsync();
        foreach (var email in new[] { person.Email, Journeys.NewEmail() })
        {
            var answer = await app.Client()
                .PostAsync(
                    "companies",
                    new
                    {
                        companyName = "Firm",
                        fullName = "Ada",
                        email,
                        password = "weak",
                    }
                );
            answer.ShouldRefuse(HttpStatusCode.UnprocessableEntity, "password_too_weak");
            answer.Json["errors"]!["password"].ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("email", "nonsense", HttpStatusCode.UnprocessableEntity, "email_invalid")]
    [InlineData("phoneNumber", "12", HttpStatusCode.UnprocessableEntity, "phone_invalid")]
    [InlineData("companyName", " ", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("fullName", "", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("timeZone", "Mars/Olympus", HttpStatusCode.BadRequest, "validation_failed")]
    public async Task Sign_up_names_the_field_that_is_wrong(string field, string value, HttpStatusCode status, string code)
    {
        await using var app = new KayseApp();
        var body = new JsonObject
        {
            ["companyName"] = "Firm",
            ["fullName"] = "Ada",
            ["email"] = Journeys.NewEmail(),
            ["password"] = Person.Password,
        };
        body[field] = value;

        var answer = await app.Client().PostAsync("companies", body.ToJsonString());

        answer.ShouldRefuse(status, code).Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
    }

    [Fact]
    public async Task Closed_means_that_nobody_signs_up()
    {
        await using var app = new KayseApp(("Kayse:SignUp", "Closed"));

        (await app.Client().PostAsync("companies", SignUpBody())).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task First_run_only_lets_one_company_in()
    {
        await using var app = new KayseApp(("Kayse:SignUp", "FirstRunOnly"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Client().PostAsync("companies", SignUpBody())));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            refused.ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Of_simultaneous_sign_ups_with_one_address_one_makes_the_person()
    {
        await using var app = new KayseApp();
        var email = Journeys.NewEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Client().PostAsync("companies", SignUpBody(email))));

        answers
            .Where(answer => answer.Status == HttpStatusCode.Created)
            .Select(answer => answer.At("user.id"))
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            refused.ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    private static object SignUpBody(string? email = null) =>
        new
        {
            companyName = "Firm",
            fullName = "Ada",
            email = email ?? Journeys.NewEmail(),
            password = Person.Password,
        };

    private static string WithoutTrace(ApiAnswer answer)
    {
        var problem = answer.Json.DeepClone().AsObject();
        problem.Remove("traceId");
        return problem.ToJsonString();
    }
}
