using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>
/// Makes grain objects. Constructor parameters are services, stored states or the grain's context. Services come from the host's
/// root provider, because a scope for each of a million grains costs memory; only a class that names a service that is no singleton gets one.
/// </summary>
internal static class GrainConstructor
{
    private static readonly MethodInfo ServiceMethod = Method(nameof(Service));
    private static readonly MethodInfo KeyedServiceMethod = Method(nameof(KeyedService));
    private static readonly MethodInfo StateMethod = Method(nameof(State));

    public static Func<IGrainContext, object> Compile(Type type)
    {
        var constructor = Choose(type);
        var context = Expression.Parameter(typeof(IGrainContext), "context");
        var arguments = constructor.GetParameters().Select(parameter => Argument(parameter, context));
        return Expression.Lambda<Func<IGrainContext, object>>(Expression.New(constructor, arguments), context).Compile();
    }

    public static bool NeedsScope(Type type, IServiceProvider services)
        => services.GetService<ShortLivedServices>() is { } shortLived
            && Choose(type).GetParameters().Any(parameter => shortLived.Contains(parameter.ParameterType));

    private static ConstructorInfo Choose(Type type)
    {
        var all = type.GetConstructors();
        return Array.Find(all, constructor => constructor.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? all.MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new OrleansConfigurationException($"Grain class {type.FullName} has no public constructor.");
    }

    private static Expression Argument(ParameterInfo parameter, ParameterExpression context)
    {
        var type = parameter.ParameterType;
        if (type == typeof(IGrainContext))
            return context;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
            return StateArgument(parameter, state, context);
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return Expression.Call(KeyedServiceMethod.MakeGenericMethod(type), context, Expression.Constant(keyed.Key, typeof(object)));
        return Expression.Call(
            ServiceMethod.MakeGenericMethod(type), context, Expression.Constant(parameter.HasDefaultValue), Expression.Constant(Default(parameter), type));
    }

    private static object? Default(ParameterInfo parameter)
    {
        if (parameter is { HasDefaultValue: true, DefaultValue: { } value })
            return value;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    private static MethodCallExpression StateArgument(ParameterInfo parameter, PersistentStateAttribute state, ParameterExpression context)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new OrleansConfigurationException($"Parameter {parameter.Name} of {parameter.Member.DeclaringType} must be an {nameof(IPersistentState<>)}.");
        IPersistentStateConfiguration named = state.StateName.Length > 0 ? state : new PersistentStateAttribute(parameter.Name!, state.StorageName);
        return Expression.Call(StateMethod.MakeGenericMethod(type.GenericTypeArguments), context, Expression.Constant(named));
    }

    private static T Service<T>(IGrainContext context, bool optional, T fallback)
    {
        if (context.GetServices().GetService(typeof(T)) is T service)
            return service;
        return optional ? fallback : throw new InvalidOperationException($"Grain {context.GrainId} asks for {typeof(T)}, which is not registered.");
    }

    private static T KeyedService<T>(IGrainContext context, object? key)
        where T : notnull
        => context.GetServices().GetRequiredKeyedService<T>(key);

    private static IPersistentState<T> State<T>(IGrainContext context, IPersistentStateConfiguration configuration)
        => context.GetServices().GetRequiredService<IPersistentStateFactory>().Create<T>(context, configuration);

    private static MethodInfo Method(string name) => typeof(GrainConstructor).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}

/// <summary>
/// The types that are registered with a lifetime shorter than the host's: scoped, or transient, which may need what is scoped
/// and, if they are to be disposed, would be kept until the host ends.
/// </summary>
internal sealed class ShortLivedServices(IServiceCollection services)
{
    private readonly Lazy<HashSet<Type>> _types = new(
        () => [.. services.Where(service => service.Lifetime != ServiceLifetime.Singleton).Select(service => service.ServiceType)]);

    public bool Contains(Type type) => _types.Value.Contains(type) || (type.IsGenericType && _types.Value.Contains(type.GetGenericTypeDefinition()));
}
