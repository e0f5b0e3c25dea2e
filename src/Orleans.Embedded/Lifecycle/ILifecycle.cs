namespace Orleans
{
    /// <summary>Takes part in a lifecycle.</summary>
    public interface ILifecycleObserver
    {
        /// <summary>The stage is reached on the way up; an exception fails the start.</summary>
        Task OnStart(CancellationToken cancellationToken = default);

        /// <summary>The stage is left on the way down; an exception is logged.</summary>
        Task OnStop(CancellationToken cancellationToken = default);
    }

    /// <summary>A sequence of stages that observers can join.</summary>
    public interface ILifecycleObservable
    {
        /// <summary>Joins at <paramref name="stage"/>; disposing the answer leaves again.</summary>
        IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer);
    }
}

namespace Orleans.Runtime
{
    /// <summary>The stages of an activation.</summary>
    public interface IGrainLifecycle : ILifecycleObservable;

    /// <summary>The numbers of an activation's stages. Stages start in ascending and stop in descending order.</summary>
    public static class GrainLifecycleStage
    {
        /// <summary>Before all others.</summary>
        public const int First = int.MinValue;

        /// <summary>State is read.</summary>
        public const int SetupState = 1000;

        /// <summary><c>OnActivateAsync</c> runs, and <c>OnDeactivateAsync</c> on the way down.</summary>
        public const int Activate = 2000;

        /// <summary>After all others.</summary>
        public const int Last = int.MaxValue;
    }
}
