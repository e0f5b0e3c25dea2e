using System.Reflection;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>
/// What silos of different releases must agree on, a line for each: by these names and numbers, and in these types,
/// everything crosses a grain boundary.
/// </summary>
internal static class ContractLines
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // What only grains say to each other crosses boundaries between silos as well.
    private static readonly Assembly[] _contracts = [typeof(ICompanyGrain).Assembly, typeof(IOutboxGrain).Assembly];

    public static IEnumerable<Type> GrainInterfaces =>
        _contracts.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type));

    public static IEnumerable<Type> BoundaryTypes =>
        _contracts
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null);

    public static IReadOnlyList<string> All =>
        [.. GrainInterfaces.SelectMany(OfGrain).Concat(BoundaryTypes.SelectMany(OfType)).Order(StringComparer.Ordinal)];

    public static bool IsContract(Type type) => _contracts.Contains(type.Assembly);

    /// <summary>Whether what crosses the boundary is a reference to an observer, rather than a copy of a value.</summary>
    public static bool IsReference(Type type) => typeof(IGrainObserver).IsAssignableFrom(type);

    /// <summary>The fields and properties that have a number.</summary>
    public static IEnumerable<(MemberInfo Member, Type Type, uint Id)> NumberedMembers(Type type) =>
        type.GetMembers(Members)
            .Select(member => (Member: member, Type: TypeOf(member), Id: member.GetCustomAttribute<IdAttribute>()?.Id))
            .Where(member => member is { Type: not null, Id: not null })
            .Select(member => (member.Member, member.Type!, member.Id!.Value));

    private static IEnumerable<string> OfGrain(Type grain) =>
        grain
            .GetMethods()
            .Select(method => $"grain {AliasOf(grain)} {AliasOf(method)}({ParametersOf(method)}) {NameOf(method.ReturnType)}")
            .Prepend($"grain {AliasOf(grain)}");

    private static string ParametersOf(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));

    private static IEnumerable<string> OfType(Type type)
    {
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{Enum.Format(type, Enum.Parse(type, name), "d")} {name}")
            : NumberedMembers(type).Select(member => $"{member.Id} {member.Member.Name} {NameOf(member.Type)}");
        return members.Select(member => $"type {AliasOf(type)} {member}").Prepend($"type {AliasOf(type)}");
    }

    private static Type? TypeOf(MemberInfo member) =>
        member switch
        {
            PropertyInfo property => property.PropertyType,
            FieldInfo field => field.FieldType,
            _ => null,
        };

    private static string NameOf(Type type) =>
        type switch
        {
            { IsArray: true } => $"{NameOf(type.GetElementType()!)}[]",
            { IsGenericType: true } => $"{NameOfOpen(type)}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>",
            _ => NameOfOpen(type),
        };

    private static string NameOfOpen(Type type) => IsContract(type) && !type.IsGenericParameter ? AliasOf(type) : type.Name.Split('`')[0];

    private static string AliasOf(MemberInfo member) =>
        member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias
        ?? throw new InvalidOperationException($"{member.DeclaringType?.Name} {member.Name} has no alias.");
}
