using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>
/// What crosses a grain boundary can be serialized by a runtime that has to, and needs no copy in one that doesn't.
/// </summary>
public sealed class BoundaryTypeTests
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static TheoryData<Type> GrainInterfaces => [.. ContractLines.GrainInterfaces];

    public static TheoryData<Type> BoundaryTypes => [.. ContractLines.BoundaryTypes];

    [Theory]
    [MemberData(nameof(GrainInterfaces))]
    public void Everything_that_a_grain_takes_and_gives_is_marked(Type grain)
    {
        var types = grain
            .GetMethods()
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .SelectMany(Flatten);
        foreach (var type in types.Where(type => ContractLines.IsContract(type) && !ContractLines.IsReference(type)))
            type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false).ShouldNotBeNull($"{grain.Name} passes {type}");
    }

    [Theory]
    [MemberData(nameof(GrainInterfaces))]
    public void Grain_interfaces_and_their_methods_have_aliases_of_their_own(Type grain)
    {
        grain.GetCustomAttribute<AliasAttribute>(inherit: false).ShouldNotBeNull();
        var aliases = grain.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).ToList();
        aliases.ShouldNotContain((string?)null);
        aliases.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(BoundaryTypes))]
    public void A_boundary_type_has_an_alias_and_numbered_members_and_never_changes(Type type)
    {
        type.GetCustomAttribute<AliasAttribute>(inherit: false).ShouldNotBeNull();
        if (type.IsEnum)
            return;
        if (!typeof(Exception).IsAssignableFrom(type))
            type.GetCustomAttribute<ImmutableAttribute>(inherit: false).ShouldNotBeNull();
        foreach (var field in type.GetFields(Instance).Where(field => field.DeclaringType == type))
            IsNumbered(type, field).ShouldBeTrue($"{type.Name}.{field.Name} has no number: it would be lost on its way.");
        ContractLines.NumberedMembers(type).Select(member => member.Id).ShouldBeUnique();
        foreach (
            var property in type.GetProperties(Instance)
                .Where(property => property.DeclaringType == type && property.SetMethod is { IsPublic: true })
        )
            property
                .SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                .ShouldContain(typeof(IsExternalInit), $"{type.Name}.{property.Name} can be set");
    }

    [Theory]
    [MemberData(nameof(BoundaryTypes))]
    public void What_a_boundary_type_holds_is_marked_too(Type type)
    {
        foreach (
            var held in ContractLines
                .NumberedMembers(type)
                .SelectMany(member => Flatten(member.Type))
                .Where(held => ContractLines.IsContract(held) && !held.IsGenericParameter)
        )
            held.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false).ShouldNotBeNull($"{type.Name} holds {held}");
    }

    [Fact]
    public void Aliases_of_types_are_unique() =>
        ContractLines
            .BoundaryTypes.Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
            .OfType<string>()
            .ShouldBeUnique();

    // A property that is stored has a field of its name.
    private static bool IsNumbered(Type type, FieldInfo field) =>
        field.IsDefined(typeof(IdAttribute))
        || (field.Name is ['<', .. var rest] && type.GetProperty(rest.Split('>')[0], Instance)?.IsDefined(typeof(IdAttribute)) == true);

    private static IEnumerable<Type> Flatten(Type type) =>
        type.IsArray ? Flatten(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Flatten).Append(type.GetGenericTypeDefinition())
        : [type];
}
