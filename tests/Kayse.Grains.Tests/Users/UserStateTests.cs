using System.Text.Json;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class UserStateTests
{
    [Fact]
    public void Somebody_stored_before_there_was_more_to_store_has_empty_lists()
    {
        var state = JsonSerializer.Deserialize<UserState>(
            """{"email": "ada@firm.example", "passwordHash": "hash", "credentialVersion": 1}""",
            StateJson.Options
        )!;

        foreach (
            var list in typeof(UserState)
                .GetProperties()
                .Where(property =>
                    property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                )
        )
            list.GetValue(state).ShouldNotBeNull(list.Name);
        (state.MustChangePassword, state.PasswordReset).ShouldBe((false, null));
    }
}
