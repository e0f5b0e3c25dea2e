namespace Kayse.Browser.Tests.Testing;

/// <summary>A journey on a site to itself, which nobody has signed up to yet.</summary>
public abstract class Journey : BrowserTests
{
    protected Journey(params (string Key, string Value)[] settings)
        : base(KayseApp.Listening(settings)) { }

    public override async Task DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            await App.DisposeAsync();
        }
    }
}
