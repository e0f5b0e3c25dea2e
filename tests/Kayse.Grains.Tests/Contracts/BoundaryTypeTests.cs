using System.Reflection;
using System.Runtime.CompilerServices;
using Kayse.Grains.Companies;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>What crosses a grain boundary can be serialized by a runtime that has to, and needs no copy in one that doesn't.</summary>
public sealed class BoundaryTypeTests
{
    private static readonly Assembly _contracts = typeof(ICompanyGrain).Assembly;

    public static TheoryData<Type> GrainInterfaces => [.. _contracts.GetExportedTypes().Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))];

    public static TheoryData<Type> BoundaryTypes => [.. _contracts.GetExportedTypes().Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];

    [Theory]
    [MemberData(nameof(GrainInterfaces))]
    public void Everything_that_a_grain_takes_and_gives_is_marked(Type grain)
    {
        var types = grain.GetMethods().SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)).SelectMany(Flatten);
        foreach (var type in types.Where(type => type.Assembly == _contracts))
            type.GetCustomAttribute<GenerateSerializerAttribute>().ShouldNotBeNull($"{grain.Name} passes {type}");
    }

    [Theory]
    [MemberData(nameof(GrainInterfaces))]
    public void Grain_interfaces_and_their_methods_have_aliases_of_their_own(Type grain)
    {
        grain.GetCustomAttribute<AliasAttribute>().ShouldNotBeNull();
        var aliases = grain.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).ToList();
        aliases.ShouldNotContain((string?)null);
        aliases.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(BoundaryTypes))]
    public void A_boundary_type_has_an_alias_and_numbered_members_and_never_changes(Type type)
    {
        type.GetCustomAttribute<AliasAttribute>().ShouldNotBeNull();
        if (type.IsEnum || typeof(Exception).IsAssignableFrom(type))
            return;
        type.GetCustomAttribute<ImmutableAttribute>().ShouldNotBeNull();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.DeclaringType == type && property.SetMethod is not null).ToList();
        foreach (var property in properties)
        {
            property.GetCustomAttribute<IdAttribute>().ShouldNotBeNull($"{type.Name}.{property.Name}");
            property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().ShouldContain(typeof(IsExternalInit), $"{type.Name}.{property.Name} can be set");
        }

        properties.Select(property => property.GetCustomAttribute<IdAttribute>()!.Id).ShouldBeUnique();
    }

    [Fact]
    public void Aliases_of_types_are_unique()
        => _contracts.GetExportedTypes().Select(type => type.GetCustomAttribute<AliasAttribute>()?.Alias).OfType<string>().ShouldBeUnique();

    private static IEnumerable<Type> Flatten(Type type)
        => type.IsArray ? Flatten(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Flatten).Append(type.GetGenericTypeDefinition())
            : [type];
}
