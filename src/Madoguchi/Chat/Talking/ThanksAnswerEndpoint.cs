using System.Globalization;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Thanks;
using Madoguchi.Thanks.Giving;

namespace Madoguchi.Chat.Talking;

public static class ThanksAnswerEndpoint
{
    public static void MapThanksAnswer(this IEndpointRouteBuilder own) => own.MapPost("/thanks", Answer);

    private static async Task<IResult> Answer(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted)
            return await answers.Refuse(visit, request, null, 422, ct);
        var (now, id) = (clock.Now, visit.Customer.CaseId);
        if (posted["decline"] == "true")
            await writes.Write(db => db.DeclineThanks(id, visit.Caller, now), ct);
        else if (posted["withdraw"] == "true")
            await writes.Write(db => db.WithdrawThanks(id, visit.Caller, now), ct);
        else if (Read(posted) is not { } given || given.Errors().Any())
            return await answers.Refuse(visit, request, null, 422, ct);
        // Given before, in another tab, or too late: the page says how it stands now.
        else if ((await writes.Write(db => posted.Fields.ContainsKey("text") ? db.GiveThanks(id, visit.Caller, given.Score, given.Text, new Names(given.Agents!), now) : db.TapThanks(id, visit.Caller, given.Score, now), ct)).Refused(out var why, out _) && why is ThanksRefusal.UnknownAgent) // read: a list
            return await answers.Refuse(visit, request, null, 422, ct);
        return await answers.Done(visit, request, posted, ct);
    }

    // A tap counts, whatever was chosen before; several boxes of a form come as one text.
    private static NewThanks? Read(Posted posted) =>
        int.TryParse(posted[posted["tap"].Length > 0 ? "tap" : "score"], NumberStyles.None, CultureInfo.InvariantCulture, out var score)
            ? new(score, posted.Written("text"), posted["agents"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;
}
