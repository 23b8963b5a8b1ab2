using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Likeness;
using Madoguchi.Voices.Showing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Voicing;

/// <summary>A voice of the open case: what says the same is offered before a new one is made.</summary>
public static class DrawingEndpoint
{
    public static void MapDrawing(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/cases/{caseId:id}/voice", Sheet);
        desk.MapPost("/cases/{caseId:id}/voice", Draw);
        desk.MapPost("/cases/{caseId:id}/voice/other", NotThat);
        desk.MapPost("/incidents/{incidentId:id}/voice", OfIncident);
    }

    private static async Task<IResult> Sheet(Id<Case> caseId, Sheets sheets, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var likes = await db.VoicesLike(caseId, null, sheets.Me, clock.Now, ct);
        return sheets.Show<VoiceSheet>(("Case", theCase), ("Likes", likes!.Voices), ("Title", await db.TitleOf(theCase)), ("Guess", await db.HasError(caseId, ct) ? VoiceKind.Defect : VoiceKind.Wish)); // the case is there: not null
    }

    private static async Task<IResult> Draw(Id<Case> caseId, [FromForm] string? into, [FromForm] string? title, [FromForm] string? kind, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (Id<Voice>.TryParse(into, null, out var voice))
            return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, into), now, db => db.JoinVoice(voice, new(caseId), acting.Me, now), ct), why => VoicingEndpoint.Explain(why, acting.T), ct);
        var asked = new NewVoice(VoicesAsked.Read(null, kind, null, null, null, out _)?.Kind ?? VoiceKind.Defect, title ?? "", caseId);
        if (VoicingEndpoint.IsWrong(asked, title))
            return acting.Refuse(acting.T[$"ひとことで言うと何か、{PlainText.Line}字までで書いてください。", $"Say in a line what it is, up to {PlainText.Line} characters."], caseId, StatusCodes.Status422UnprocessableEntity);
        return await acting.Show(caseId, await writes.WriteOnce(acting.Once(key, title, kind), now, db => db.DrawVoice(asked, acting.Me, now), ct), why => VoicingEndpoint.Explain(why, acting.T), ct);
    }

    private static async Task<IResult> OfIncident(Id<Incident> incidentId, [FromForm] string? key, Acting acting, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == incidentId, ct) is not { } incident)
            return acting.Refuse(VoicingEndpoint.Explain(VoiceRefusal.UnknownIncident, acting.T), null, StatusCodes.Status404NotFound);
        var asked = new NewVoice(VoiceKind.Defect, incident.Title, IncidentId: incidentId);
        return (await writes.WriteOnce(acting.Once(key, $"{incidentId}"), now, work => work.DrawVoice(asked, acting.Me, now), ct)).Refused(out var why, out var drawn)
            ? acting.Refuse(VoicingEndpoint.Explain(why, acting.T)) : acting.Go($"/desk/voices/{drawn.VoiceId}");
    }

    private static async Task<IResult> NotThat(Id<Case> caseId, [FromForm] string? voice, Acting acting, Sheets sheets, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is null || !Id<Voice>.TryParse(voice, null, out var id))
            return sheets.NotHere();
        var now = clock.Now;
        await writes.Write(work => work.VoiceOffers.Where(o => o.CaseId == caseId && o.VoiceId == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.DismissedAt, now), CancellationToken.None), ct);
        return await acting.Done(caseId, ct);
    }
}
