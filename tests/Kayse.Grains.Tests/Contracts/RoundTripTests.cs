using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>
/// Every type that crosses a grain boundary comes out of Orleans' serializer as it went in, with all its members.
/// </summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public static TheoryData<Type> Types => [.. ContractLines.BoundaryTypes.Where(type => !IsBase(type)).SelectMany(Closed)];

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(Types))]
    public void A_value_comes_back_as_it_was(Type type)
    {
        var value = new Sample().Of(type);
        var serializer = _services.GetRequiredService<Serializer>();

        var back = serializer.Deserialize<object>(serializer.SerializeToArray<object>(value));

        back.ShouldBeOfType(type);
        Sample.Describe(back).ShouldBe(Sample.Describe(value));
        foreach (var (name, member) in Sample.Members(value))
            member.ShouldNotBe(
                member?.GetType() is { IsValueType: true } kind && !kind.IsEnum ? Activator.CreateInstance(kind) : null,
                name
            );
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_value_is_not_copied_within_a_silo(Type type)
    {
        var value = new Sample().Of(type);

        if (!type.IsValueType && !typeof(Exception).IsAssignableFrom(type))
            _services.GetRequiredService<DeepCopier>().Copy(value).ShouldBeSameAs(value);
    }

    // What stands for it is one of the types derived from it.
    private static bool IsBase(Type type) => Sample.DerivedFrom(type) is not null;

    // An open generic type stands for those that the grains' interfaces name.
    private static IEnumerable<Type> Closed(Type type) =>
        type.IsGenericTypeDefinition
            ? ContractLines
                .GrainInterfaces.SelectMany(grain => grain.GetMethods())
                .SelectMany(Named)
                .Where(named => named.IsGenericType && named.GetGenericTypeDefinition() == type)
                .Append(type.MakeGenericType(typeof(string)))
                .Distinct()
            : [type];

    private static IEnumerable<Type> Named(MethodInfo method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .SelectMany(type => type.IsGenericType ? type.GetGenericArguments().Append(type) : [type]);
}
