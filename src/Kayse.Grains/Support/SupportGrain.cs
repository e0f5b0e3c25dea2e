using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Users;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Support;

[GrainType("support")]
internal sealed class SupportGrain : DurableGrain, ISupportGrain, IRemindable
{
    private const string Recipient = "support team";

    private static readonly CompanyRight _managesBilling = new(Role.User, [Permissions.ManageBilling]);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(7);

    private readonly IPersistentState<SupportState> _storage;
    private readonly PendingSteps<SendRequest> _steps;
    private readonly PendingReminder _reminder;
    private readonly SupportOptions _options;
    private readonly TimeProvider _clock;

    public SupportGrain(
        [PersistentState("support", Storage)] IPersistentState<SupportState> storage,
        IOptions<SupportOptions> options,
        TimeProvider clock
    )
    {
        _storage = storage;
        _options = options.Value;
        _clock = clock;
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<SendRequest>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            SendAsync,
            DeactivateOnIdle
        );
    }

    private SupportState State => _storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public async Task RequestChangeAsync(Actor actor, RequestChange command)
    {
        var by = await GrainFactory.GetGrain<ICompanyGrain>(Key).AuthorizeAsync(actor, _managesBilling);
        var message = SupportRules.CheckMessage(command.Message);
        if (_options.Email.Length == 0)
            throw new RefusedException(SupportErrors.Unavailable);
        if (State.KnownIds.Contains(command.Id, StringComparer.Ordinal))
            return;
        var company = await GrainFactory.GetGrain<ICompanyGrain>(Key).GetAsync(actor);
        var person = await GrainFactory.GetGrain<IUserGrain>(actor.UserId).GetAsync();
        var email = new ChangeRequestEmail(
            company.Name,
            Key,
            by.Actor.Name,
            person?.Email ?? "",
            command.Subject,
            message.Split('\n'),
            command.Diagnostics
        );
        var now = _clock.GetUtcNow();
        var mail = new OutgoingMail($"{command.Id}-request", _options.Email, Recipient, email, now + _usefulFor);
        var next = SupportRules.Add(State, new SendRequest(mail, AuditOf(command, company.Name, by, now)));
        await _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
    }

    private AuditRecord AuditOf(RequestChange command, string companyName, AuditOrigin by, DateTimeOffset now) =>
        new(
            command.Id,
            now,
            by.Actor,
            AuditActions.SupportChangeRequested,
            new AuditTarget(AuditTargetKinds.Company, Key, companyName),
            [new AuditChange("subject", null, JsonSerializer.Serialize(WordOf(command.Subject)), Personal: false)],
            by.IpAddress,
            by.SessionId,
            Key
        );

    private static string WordOf(ChangeSubject subject) => subject == ChangeSubject.Subscription ? "subscription" : "billing_details";

    private async Task<StepResult> SendAsync(SendRequest request)
    {
        await GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(request.Mail.Id)).EnqueueAsync(request.Mail);
        await GrainFactory.GetGrain<IAuditLogGrain>(Key).AppendAsync([request.Audit]);
        return StepResult.Done;
    }
}
