using Kayse.Bench.Audit;
using Kayse.Bench.Calls;
using Kayse.Bench.Companies;
using Kayse.Bench.Hosting;
using Kayse.Bench.Invitations;
using Kayse.Bench.Members;
using Kayse.Bench.Memory;
using Kayse.Bench.Notifications;
using Kayse.Bench.Privacy;
using Kayse.Bench.Reports;
using Kayse.Bench.Scim;
using Kayse.Bench.Sessions;
using Kayse.Bench.Usage;

var arguments = BenchArguments.Parse(args);
return arguments.Part switch
{
    "facts" => MachineFacts.Print(arguments),
    "tokens" => await TokenFile.FillAsync(arguments),
    "company" => await StoredCompany.FillAsync(arguments),
    "company-sessions" => await CompanySessionsBench.RunAsync(arguments),
    "sign-ins" => await SignInBench.RunAsync(arguments),
    "invitations" => await InvitationBench.RunAsync(arguments),
    "members" => await MemberBench.RunAsync(arguments),
    "scim-company" => await ScimCompany.FillAsync(arguments),
    "scim" => await ScimBench.RunAsync(arguments),
    "calls" => await CallBench.RunAsync(arguments),
    "fan-out" => await FanOutBench.RunAsync(arguments),
    "notifications" => await NotificationBench.RunAsync(arguments),
    "usage" => await UsageBench.RunAsync(arguments),
    "data-export" => await DataExportBench.RunAsync(arguments),
    "audit" => await AuditBench.RunAsync(arguments),
    "streams" => await StreamBench.RunAsync(arguments),
    "memory-trivial" => await TrivialMemoryBench.RunAsync(arguments),
    "memory-sessions" => await SessionMemoryBench.RunAsync(arguments),
    "memory-stored-sessions" => await StoredSessionMemoryBench.RunAsync(arguments),
    _ => BenchArguments.Explain(),
};
