using System.Diagnostics.Metrics;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Counts attempts to sign in as <c>kayse.signin</c>. Its tag <c>method</c> is what was proved last, <c>outcome</c> is
/// <c>succeeded</c>, <c>failed</c> (the secret was wrong) or <c>refused</c> (too many were wrong before).
/// </summary>
internal sealed class SignInMeter
{
    private readonly Counter<long> _attempts;

    public SignInMeter(IMeterFactory meters)
    {
        _attempts = meters
            .Create("Kayse.SignIn")
            .CreateCounter<long>("kayse.signin", "{attempt}", "Attempts to sign in, by method and outcome.");
        Password = new Method(_attempts, "password");
        SecondFactor = new Method(_attempts, "second_factor");
        Passkey = new Method(_attempts, "passkey");
        Sso = new Method(_attempts, "sso");
        Pairing = new Method(_attempts, "pairing");
    }

    public Method Password { get; }

    /// <summary>A code or a passkey after the password.</summary>
    public Method SecondFactor { get; }

    public Method Passkey { get; }

    /// <summary>The word of an identity provider.</summary>
    public Method Sso { get; }

    /// <summary>A code that a signed-in person shows to an app.</summary>
    public Method Pairing { get; }

    /// <summary>Counts the attempts by one method.</summary>
    internal sealed class Method(Counter<long> attempts, string name)
    {
        public void Succeeded() => Count("succeeded");

        public void Failed() => Count("failed");

        public void Refused() => Count("refused");

        private void Count(string outcome) => attempts.Add(1, new("method", name), new("outcome", outcome));
    }
}
