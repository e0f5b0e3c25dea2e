using System.Collections;
using System.Globalization;
using System.Reflection;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>
/// Values of any type that crosses a grain boundary, none of whose members is what it would be by default, and what is
/// in them.
/// </summary>
internal sealed class Sample
{
    private int _next;

    public object Of(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value
            ? Of(value)
            : Simple(type)
                ?? (
                    type.IsArray ? ArrayOf(type.GetElementType()!)
                    : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? CollectionOf(type)
                    : Composed(type)
                );

    /// <summary>Everything that has a number, in words.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "nothing",
            string text => text,
            IDictionary dictionary => string.Join(
                ", ",
                dictionary.Keys.Cast<object>().Select(key => $"{key}: {Describe(dictionary[key])}")
            ),
            IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Describe))}]",
            Enum or not { } => value.ToString()!,
            _ when value.GetType().IsDefined(typeof(GenerateSerializerAttribute)) =>
                $"{value.GetType().Name} {{{DescribeMembers(value)}}}",
            IFormattable formattable => formattable.ToString(
                value is DateTimeOffset or DateTime ? "O" : null,
                CultureInfo.InvariantCulture
            ),
            _ => value.ToString()!,
        };

    private static string DescribeMembers(object value) =>
        string.Join(", ", Members(value).Select(member => $"{member.Name} = {Describe(member.Value)}"));

    /// <summary>The members with a number.</summary>
    public static IEnumerable<(string Name, object? Value)> Members(object value) =>
        ContractLines
            .NumberedMembers(value.GetType())
            .Select(member =>
                (
                    member.Member.Name,
                    member.Member is FieldInfo field ? field.GetValue(value) : ((PropertyInfo)member.Member).GetValue(value)
                )
            );

    /// <summary>A type that is serialized in the place of this one; null when it has none derived from it.</summary>
    public static Type? DerivedFrom(Type type) => ContractLines.BoundaryTypes.FirstOrDefault(other => other.BaseType == type);

    private object? Simple(Type type)
    {
        var number = ++_next;
        return type.IsEnum ? Enum.GetValues(type).Cast<object>().Last()
            : type == typeof(string) ? FormattableString.Invariant($"text {number} – ü")
            : type == typeof(bool) ? true
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.FromHours(1)).AddSeconds(number)
            : type == typeof(DateTime) ? new DateTime(2026, 11, 22, 5, 0, 0, DateTimeKind.Utc).AddSeconds(number)
            : type == typeof(DateOnly) ? new DateOnly(2026, 11, 22).AddDays(number)
            : type == typeof(TimeOnly) ? new TimeOnly(5, 0).Add(TimeSpan.FromSeconds(number))
            : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(number)
            : type == typeof(TokenHash) ? TokenHash.Of([(byte)number])
            : type.IsPrimitive || type == typeof(decimal) ? Convert.ChangeType(1 + (number % 100), type, CultureInfo.InvariantCulture)
            : null;
    }

    private Array ArrayOf(Type element)
    {
        var array = Array.CreateInstance(element, 2);
        array.SetValue(Of(element), 0);
        array.SetValue(Of(element), 1);
        return array;
    }

    private object CollectionOf(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments is [var item])
            return type.IsAssignableFrom(item.MakeArrayType())
                ? ArrayOf(item)
                : Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(item) : type, ArrayOf(item))!;
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        dictionary.Add(Of(arguments[0]), Of(arguments[1]));
        return dictionary;
    }

    private object Composed(Type type)
    {
        type = DerivedFrom(type) ?? type;
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (
            var property in type.GetProperties()
                .Where(property => property.IsDefined(typeof(IdAttribute)) && property.SetMethod is { IsPublic: true })
        )
            property.SetValue(value, Of(property.PropertyType));
        return value;
    }
}
