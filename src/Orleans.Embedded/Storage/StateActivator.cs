using System.Runtime.CompilerServices;

namespace Orleans.Storage;

/// <summary>Makes a state that nothing is stored for.</summary>
internal static class StateActivator<T>
{
    private static readonly Func<T> Make = Choose();

    public static T Create() => Make();

    private static Func<T> Choose()
    {
        var type = typeof(T);
        if (type.IsValueType || type == typeof(string) || type.IsArray || type.IsAbstract)
            return static () => default!;
        if (type.GetConstructor(Type.EmptyTypes) is not null)
            return static () => Activator.CreateInstance<T>();

        // As Orleans does for classes and records that can only be constructed with arguments: everything in it is null or zero.
        return static () => (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
    }
}
