using Madoguchi.Care.Straining;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Inbox.Approving;
using Madoguchi.Inbox.Arranging;
using Madoguchi.Inbox.Asking;
using Madoguchi.Inbox.Assigning;
using Madoguchi.Inbox.Attending;
using Madoguchi.Inbox.Boarding;
using Madoguchi.Inbox.Calling;
using Madoguchi.Inbox.CallingBack;
using Madoguchi.Inbox.Canning;
using Madoguchi.Inbox.Caring;
using Madoguchi.Inbox.Concluding;
using Madoguchi.Inbox.Describing;
using Madoguchi.Inbox.Escalating;
using Madoguchi.Inbox.Evidencing;
using Madoguchi.Inbox.Finding;
using Madoguchi.Inbox.Firefighting;
using Madoguchi.Inbox.FollowingUp;
using Madoguchi.Inbox.HandingOver;
using Madoguchi.Inbox.Keys;
using Madoguchi.Inbox.Lining;
using Madoguchi.Inbox.Living;
using Madoguchi.Inbox.Mailing;
using Madoguchi.Inbox.Mentioning;
using Madoguchi.Inbox.Noticing;
using Madoguchi.Inbox.Offering;
using Madoguchi.Inbox.Proving;
using Madoguchi.Inbox.Registering;
using Madoguchi.Inbox.Remedying;
using Madoguchi.Inbox.Reporting;
using Madoguchi.Inbox.Ringing;
using Madoguchi.Inbox.Ruling;
using Madoguchi.Inbox.Solving;
using Madoguchi.Inbox.Straining;
using Madoguchi.Inbox.Teaching;
using Madoguchi.Inbox.Telling;
using Madoguchi.Inbox.Thanking;
using Madoguchi.Inbox.Translating;
using Madoguchi.Inbox.Updating;
using Madoguchi.Inbox.Voicing;
using Madoguchi.Inbox.Walking;
using Madoguchi.Inbox.Withdrawing;
using Madoguchi.Line.Offering;
using Madoguchi.Reports;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Working;

public static class WorkspaceEndpoint
{
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<EntryFragments>().AddSingleton<DeskFollower>().AddReports();
        services.AddSearch();
    }

    public static void MapWorkspace(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk").RequireAuthorization(Doors.Workspace).WithFormTokens().ExcludeFromDescription();
        app.MapAgentFiles();
        desk.MapGet("", Start);
        desk.MapGet("/{queue:regex(^(new|open|held|done|mine|offered|broken-off|line)$)}", List);
        desk.MapGet("/{queue:regex(^(new|open|held|done|mine|offered|broken-off|line)$)}/list", Rows);
        desk.MapGet("/cases/{caseId:id}", Open);
        desk.MapGet("/cases/{caseId:id}/entries", Earlier);
        desk.MapWriting();
        desk.MapHandingOver();
        desk.MapAsking();
        desk.MapHint();
        desk.MapSolving();
        desk.MapFollowingUp();
        desk.MapAssigning();
        desk.MapDescribing();
        desk.MapMailing();
        desk.MapArranging();
        desk.MapWalking();
        desk.MapWithdrawing();
        desk.MapMentioning();
        desk.MapTelling();
        desk.MapCalling();
        desk.MapLining();
        desk.MapOffering();
        desk.MapCallingBack();
        desk.MapPassing();
        desk.MapFindingPages();
        desk.MapRinging();
        desk.MapKeySheet();
        desk.MapCanning();
        desk.MapTranslating();
        desk.MapEvidencing();
        desk.MapLiving();
        desk.MapReporting();
        desk.MapBoarding();
        desk.MapFirefighting();
        desk.MapAttending();
        desk.MapThanking();
        desk.MapStraining();
        desk.MapRegistering();
        desk.MapProving();
        desk.MapRuling();
        desk.MapTeaching();
        desk.MapProgressing();
        desk.MapProposalsPage();
        desk.MapEscalating();
        desk.MapConcluding();
        desk.MapRemedying();
        desk.MapApproving();
        desk.MapVoicing();
        desk.MapCaring();
    }

    private static async Task<RedirectHttpResult> Start(CurrentAgent me, Db db, CancellationToken ct) =>
        TypedResults.LocalRedirect((await db.CountCases(me, ct)).Mine > 0 ? "/desk/mine" : "/desk/new");

    private static async Task<IResult> List(string queue, string? after, string? tag, CurrentAgent me, Db db, HttpContext http, CancellationToken ct) =>
        Page(await db.Workspace(me, QueueNames.Of(queue) ?? Queue.New, Read(after), Tag(tag), null, ct), http);

    private static async Task<IResult> Rows(string queue, string? open, string? after, string? tag, CurrentAgent me, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var shown = QueueNames.Of(queue) ?? Queue.New;
        var current = Id<Case>.TryParse(open, null, out var id) ? id : (Id<Case>?)null;
        return new RazorComponentResult<ListPieces>(new { T = Tongue.Asked(http), Queue = shown, Counts = await db.CountCases(me, ct), Supervises = me.SeesAll, Rows = await db.ListCases(new Asked(Queue: shown, After: Read(after), Tag: Tag(tag)), me, ct), Broken = await db.BrokenIn(shown, me, ct), Line = await db.LineIn(shown, me, ct), Current = current, Tag = Tag(tag), Duty = await db.ChosenDuty(me.Id, ct), Asked = await db.AskedOf(me, clock.Now, ct), Advice = await db.AdviceFor(me.Id, ct), Token = http.FormToken() });
    }

    private static async Task<IResult> Open(Id<Case> caseId, string? @in, string? mode, CurrentAgent me, Db db, EntryFragments fragments, HttpContext http, CancellationToken ct)
    {
        var (t, queue) = (Tongue.Asked(http), QueueNames.Of(@in) ?? Queue.Mine);
        if (await db.Open(caseId, me, fragments, t, ct) is not { } open)
            return new RazorComponentResult<NotHerePage>(new { T = t }) { StatusCode = StatusCodes.Status404NotFound };
        return IsFragment(http)
            ? new RazorComponentResult<CaseColumns>(new { T = t, Me = me, Open = open, Queue = queue, Token = http.FormToken(), Mode = mode })
            : Page(await db.Workspace(me, queue, null, null, open, ct), http, mode);
    }

    private static async Task<IResult> Earlier(Id<Case> caseId, int before, CurrentAgent me, Db db, EntryFragments fragments, HttpContext http, CancellationToken ct)
    {
        if (!await db.Cases.VisibleTo(me, db).AnyAsync(c => c.Id == caseId, ct))
            return Problem.NotFound;
        var entries = await db.EntriesBefore(caseId, before, WorkspaceMapping.Shown, ct);
        return new RazorComponentResult<EarlierEntries>(new
        {
            T = Tongue.Asked(http), CaseId = caseId, Entries = await db.Drawn(caseId, entries, me, fragments, Tongue.Asked(http), ct), Before = entries is [{ Number: > 1 and var first }, ..] ? first : (int?)null,
        });
    }

    private static string? Tag(string? tag) => string.IsNullOrWhiteSpace(tag) || tag.Length > CaseTag.Longest || !PlainText.IsStorable(tag) ? null : tag;

    private static Cursor? Read(string? after) => after is null ? null : Cursor.Read(after);

    private static RazorComponentResult<WorkspacePage> Page(WorkspaceView view, HttpContext http, string? mode = null) =>
        new(new { T = Tongue.Asked(http), View = view, Token = http.FormToken(), Mode = mode });

    /// <summary>A script asks for the part that changes; going back in the browser asks for the whole.</summary>
    public static bool IsFragment(HttpContext http) =>
        http.Request.Headers.ContainsKey("HX-Request") && !http.Request.Headers.ContainsKey("HX-History-Restore-Request");
}
