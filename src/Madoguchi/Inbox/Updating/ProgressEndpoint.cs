using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Updating;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Updating;

/// <summary>The forms of an incident's page: a word to everybody, looked at before it goes; calling it off; one remedy for all; it is not over.</summary>
public static class ProgressEndpoint
{
    private const string One = "/incidents/{incidentId:id}";

    public static void MapProgressing(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(One + "/update", (Id<Incident> incidentId, Acting acting, Db db, PaceSettings pace, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            Page(incidentId, acting, db, pace, clock, http, new("", "", null, null, null, null), false, null, false, ct));
        desk.MapPost(One + "/update", Announce);
        desk.MapPost(One + "/updates/{updateId:id}/calling-off", CallOff);
        desk.MapPost(One + "/remedies", Give);
        desk.MapPost(One + "/remedies/{remedyId:id}/approval", Second);
        desk.MapPost(One + "/reopening", Reopen);
        desk.MapReviewPage();
    }

    private static async Task<IResult> Announce(
        Id<Incident> incidentId, [FromForm] string? ja, [FromForm] string? en, [FromForm] string? state, [FromForm] string? remedy, [FromForm] string? amount, [FromForm] string? because, [FromForm] string? step, [FromForm] string? key,
        Acting acting, Db db, PaceSettings pace, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var far = Enum.TryParse<IncidentState>(state, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : (IncidentState?)null;
        var draft = new UpdateDraft(ja ?? "", en ?? "", far, far is IncidentState.Resolved ? Named(remedy) : null, Number(amount), Named(because));
        if (!PlainText.IsStorable(string.Concat(ja, en, remedy, because)) || new NewResolution(draft.Text, draft.Remedy, draft.Amount, draft.Because).Errors().Any())
            return await Page(incidentId, acting, db, pace, clock, http, draft, false, acting.T["お知らせする文を、どちらかの言葉で4,000字までで書いてください。", "Write what they are told, in one of the languages at least, up to 4,000 characters."], false, ct);
        if (step == "back")
            return await Page(incidentId, acting, db, pace, clock, http, draft, false, null, draft.Because is not null, ct);
        if (draft.Because is null && await db.HoldsBackFromAll(draft.Text) is { } held)
            return await Page(incidentId, acting, db, pace, clock, http, draft, false, ProgressWords.Explain(held, acting.T), true, ct);
        if (step != "send")
            return await Page(incidentId, acting, db, pace, clock, http, draft, true, null, false, ct);
        var now = clock.Now;
        var result = await writes.WriteOnce(acting.Once(key, draft.ToString()), now, work => work.Announce(incidentId, new(draft.Text, draft.State, draft.Because, draft.Remedy, draft.Amount), acting.Me, now), ct);
        return result.Refused(out var why, out _) ? await Page(incidentId, acting, db, pace, clock, http, draft, false, ProgressWords.Explain(why, acting.T), false, ct) : Back(incidentId);
    }

    private static async Task<IResult> CallOff(Id<Incident> incidentId, Id<IncidentUpdate> updateId, Acting acting, Db db, PaceSettings pace, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        return (await writes.Write(work => work.CallOff(incidentId, updateId, now), ct)).Refused(out var why, out _) ? await Refused(incidentId, acting, db, pace, clock, http, ProgressWords.Explain(why, acting.T), ct) : Back(incidentId);
    }

    private static async Task<IResult> Give(
        Id<Incident> incidentId, [FromForm] string? remedy, [FromForm] string? amount, [FromForm] string? key, Acting acting, Db db, PaceSettings pace, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (now, asked) = (clock.Now, new NewRemedy(remedy ?? "", null, Number(amount)));
        if (!PlainText.IsStorable(asked.Remedy) || asked.Errors().Any())
            return await Refused(incidentId, acting, db, pace, clock, http, ProgressWords.Explain(UpdateRefusal.UnknownRemedy, acting.T), ct);
        var result = await writes.WriteOnce(acting.Once(key, remedy, amount), now, work => work.RemedyForAll(incidentId, asked, acting.Me, now), ct);
        return result.Refused(out var why, out _) ? await Refused(incidentId, acting, db, pace, clock, http, ProgressWords.Explain(why, acting.T), ct) : Back(incidentId);
    }

    private static async Task<IResult> Second(
        Id<Incident> incidentId, Id<IncidentRemedy> remedyId, [FromForm] string? approve, [FromForm] string? key, Acting acting, Db db, PaceSettings pace, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(acting.Once(key, approve), now, work => work.AnswerRemedyForAll(incidentId, remedyId, approve == "true", null, acting.Me, now), ct);
        return result.Refused(out var why, out _) ? await Refused(incidentId, acting, db, pace, clock, http, ProgressWords.Explain(why, acting.T), ct) : Back(incidentId);
    }

    private static async Task<IResult> Reopen(Id<Incident> incidentId, [FromForm] string? key, Acting acting, Db db, PaceSettings pace, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(acting.Once(key, "reopen"), now, work => work.ReopenIncident(incidentId, now), ct);
        return result.Refused(out var why, out _) ? await Refused(incidentId, acting, db, pace, clock, http, ProgressWords.Explain(why, acting.T), ct) : Back(incidentId);
    }

    private static Task<IResult> Refused(Id<Incident> id, Acting acting, Db db, PaceSettings pace, TimeProvider clock, HttpContext http, string why, CancellationToken ct) =>
        Page(id, acting, db, pace, clock, http, new("", "", null, null, null, null), false, why, false, ct);

    private static async Task<IResult> Page(Id<Incident> id, Acting acting, Db db, PaceSettings pace, TimeProvider clock, HttpContext http, UpdateDraft draft, bool look, string? wrong, bool held, CancellationToken ct)
    {
        if (await db.ProgressOf(id, acting.Me, clock.Now, ct) is not { } progress)
            return new RazorComponentResult<NotHerePage>(new { acting.T }) { StatusCode = StatusCodes.Status404NotFound };
        var preview = look ? await db.PreviewUpdate(id, draft.Text, pace, ct) : null;
        return new RazorComponentResult<UpdatePage>(new { acting.T, V = new UpdatePageView(progress, draft, preview, wrong, held), Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 };
    }

    private static RedirectHttpResult Back(Id<Incident> id) => TypedResults.Redirect($"/desk/incidents/{id}#progress", permanent: false, preserveMethod: false);

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
