namespace Kayse.WebHost.Console.Layout;

/// <summary>An entry of the navigation.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Name">The name of the key.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="IsFor">Whether it is shown to somebody: who would be refused there need not see it.</param>
public sealed record Area(string Url, string Name, string Icon, Func<Me, bool> IsFor);
