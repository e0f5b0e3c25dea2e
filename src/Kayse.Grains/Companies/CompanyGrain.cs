using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Kayse.Grains.Companies;

// In a file a feature: the company and its founding here, how changes are made known in CompanyGrain.Changes.cs.
[GrainType("company")]
internal sealed partial class CompanyGrain
    : DurableGrain,
        ICompanyGrain,
        ICompanyMembersGrain,
        ICompanyAccountsGrain,
        ICompanyInvitationsGrain,
        ICompanyScopesGrain,
        IMemberSessionsGrain,
        ICompanyAuditGrain,
        ICompanyNewsGrain,
        IRemindable
{
    private const string Resume = "resume";
    private static readonly TimeSpan _resumeEvery = TimeSpan.FromMinutes(1);

    private readonly IPersistentState<CompanyState> _storage;
    private readonly Roster _roster;
    private readonly ScopeList _scopes;
    private readonly InvitationIndex _invitations;
    private readonly IPhoneNumberParser _phones;
    private readonly InvitationOptions _invitationOptions;
    private readonly SeatOptions _seatOptions;
    private readonly TimeProvider _clock;
    private bool _willResume;

    public CompanyGrain(
        [PersistentState("company", Storage)] IPersistentState<CompanyState> storage,
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IPhoneNumberParser phones,
        IOptions<InvitationOptions> invitationOptions,
        IOptions<SeatOptions> seatOptions,
        TimeProvider clock
    )
    {
        _storage = storage;
        _roster = new Roster(segments, context.GrainId, DeactivateOnIdle);
        _scopes = new ScopeList(segments, context.GrainId, DeactivateOnIdle);
        _invitations = new InvitationIndex(segments, context.GrainId, DeactivateOnIdle);
        _phones = phones;
        _invitationOptions = invitationOptions.Value;
        _seatOptions = seatOptions.Value;
        _clock = clock;
    }

    private CompanyState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    private CompanyView View =>
        new(Key, State.Name, State.CreatedAt)
        {
            PhoneNumber = State.PhoneNumber,
            Email = State.Email,
            PostalAddress = State.PostalAddress,
            Website = State.Website,
            Version = State.DetailsVersion,
            SeatLimit = SeatLimit,
            SeatsTaken = SeatsTaken,
        };

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!_storage.RecordExists)
            return;
        await Task.WhenAll(_roster.LoadAsync(), _scopes.LoadAsync(), _invitations.LoadAsync());
        await FinishFoundingAsync();
        await FinishChangesAsync();
        await FinishAcceptancesAsync();
        // The index may be behind the invitations, and uniqueness and lists rest on it: nobody is served before that is
        // mended.
        await SettleUnfinishedAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.WhenAll(_roster.FlushAsync(), _invitations.FlushAsync());

    public async Task<CompanyCreated> CreateAsync(SignUp command)
    {
        var checkedCommand = CompanyRules.Check(command, _phones);
        if (State.FounderId is null)
        {
            await WillResumeAsync();
            await SaveAsync(_storage, new CompanyState { Founding = checkedCommand });
            await DriveAsync(() => FoundAsync(checkedCommand));
        }

        var founder = _roster.Find(State.FounderId!);
        if (founder is null || founder.Email != checkedCommand.Email)
            throw new RefusedException(GeneralErrors.NotFound);
        return new CompanyCreated(View, (await GrainFactory.GetGrain<IUserGrain>(founder.UserId).GetAsync())!);
    }

    public Task<CompanyView> GetAsync(Actor actor)
    {
        Acting(actor);
        return Task.FromResult(View);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await FinishFoundingAsync();
        await FinishChangesAsync();
        await FinishAcceptancesAsync();
        await SettleUnfinishedAsync();
        await TidyInvitationsAsync();
        await _roster.FlushAsync();
        if (State.Founding is not null || _invitations.Unfinished.Count > 0)
            return;
        _willResume = false;
        await StopReminderAsync(Resume);
    }

    private MemberRecord Acting(Actor actor)
    {
        // Anybody signed in can ask for any id: a company that doesn't exist must not stay in memory.
        if (State.FounderId is null)
            DeactivateOnIdle();
        return _roster.Acting(actor);
    }

    /// <summary>The actor, if they may change the company's settings.</summary>
    private MemberRecord Admin(Actor actor)
    {
        var member = Acting(actor);
        MemberRules.EnsureRole(member, Role.Admin);
        return member;
    }

    private async Task FinishFoundingAsync()
    {
        if (State.Founding is not { } command)
            return;
        try
        {
            await FoundAsync(command);
        }
        catch (RefusedException)
        {
            // Nobody was told that the company exists, and nothing of it is left.
        }
    }

    private async Task<CompanyView> FoundAsync(SignUp command)
    {
        var userId = command.ExistingUserId ?? command.UserId;
        var user = GrainFactory.GetGrain<IUserGrain>(userId);
        var gate = GrainFactory.GetGrain<ISignUpGrain>(ISignUpGrain.Key);
        try
        {
            if (!await gate.ClaimFirstAsync(Key) && command.FirstRunOnly)
                throw new RefusedException(CompanyErrors.SignUpClosed);
            if (command.ExistingUserId is null)
                await user.RegisterAsync(CompanyRules.RegistrationOf(command));
        }
        catch (RefusedException refused)
        {
            await gate.ReleaseAsync(Key);
            await ClearAsync(_storage);
            throw refused.Refusal == UserErrors.EmailTaken ? new RefusedException(CompanyErrors.SignUpRefused) : refused;
        }

        var founder = CompanyRules.FounderOf(command, (await user.GetAsync())!, Now);
        var founded = new CompanyState
        {
            Name = command.CompanyName,
            CreatedAt = Now,
            FounderId = userId,
        };
        await _roster.PutAsync(founder);
        await user.PutMembershipAsync(CompanyRules.MembershipOf(founder, Key, founded, caseTypes: null));
        await SaveAsync(
            _storage,
            founded with
            {
                Announcing = [new Announcement(AuditBy(founder).CompanyCreated(founded) with { IpAddress = command.IpAddress })],
            }
        );
        await PublishCompanyAsync();
        return View;
    }

    /// <summary>
    /// Makes sure that work which is about to be begun is finished even if the process dies and nobody asks for the
    /// company again.
    /// </summary>
    private async Task WillResumeAsync()
    {
        if (_willResume)
            return;
        await this.RegisterOrUpdateReminder(Resume, _resumeEvery, _resumeEvery);
        _willResume = true;
    }

    /// <summary>
    /// Work across grains: after a fault in its midst this activation no longer knows where it stands, and leaves; the
    /// next one finishes it.
    /// </summary>
    private async Task<T> DriveAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not RefusedException)
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
