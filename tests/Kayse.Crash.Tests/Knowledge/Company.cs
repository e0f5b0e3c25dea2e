namespace Kayse.Crash.Knowledge;

/// <summary>A company whose sign-up was acknowledged.</summary>
internal sealed record Company(string Id, string Name, Person Admin)
{
    /// <summary>Of the admin's first session, which nobody ever ends.</summary>
    public required string Token { get; init; }

    public string Path => $"companies/{Id}";

    public string Invitations => $"{Path}/invitations";
}

/// <summary>A sign-up that got no answer.</summary>
internal sealed record SignUp(string CompanyName, string FullName, string Email)
{
    public object Body =>
        new
        {
            companyName = CompanyName,
            fullName = FullName,
            email = Email,
            password = Person.Password,
        };
}
