using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>The password that an admin chooses for somebody whom they create (IN-9), and what it may not resemble.</summary>
internal sealed record InitialPassword(Role Role, string Email, string FullName, string Password);
