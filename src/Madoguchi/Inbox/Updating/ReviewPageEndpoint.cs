using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Updating;

public static class ReviewPageEndpoint
{
    public static void MapReviewPage(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/incidents/{incidentId:id}/review", (Id<Incident> incidentId, Acting acting, Db db, TimeProvider clock, HttpContext http, CancellationToken ct) => Page(incidentId, acting, db, clock, http, null, null, ct));
        desk.MapPost("/incidents/{incidentId:id}/review", Keep);
    }

    private static async Task<IResult> Keep(Id<Incident> incidentId, Acting acting, Db db, Writes writes, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var typed = new NewReview(form["learned"].ToString(), [.. Items(form)]);
        if (!PlainText.IsStorable(typed.Learned + string.Concat(typed.Items!.Select(i => i.What + i.Who))) || typed.Errors().Any()) // given just above
            return await Page(incidentId, acting, db, clock, http, typed, acting.T["学んだことを書いてください。", "Write what was learned."], ct);
        var (now, seen) = (clock.Now, int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null);
        var result = await writes.WriteOnce(acting.Once(form["key"], typed.Learned, string.Join('\n', typed.Items!)), now, work => work.WriteReview(incidentId, typed, seen, acting.Me, now), ct); // given just above
        return result.Refused(out var why, out _)
            ? await Page(incidentId, acting, db, clock, http, typed, why is ReviewRefusal.ChangedSince ? acting.T["ほかの方が先に書き留めました。いまの版を見て、もう一度お書きください。書いた文はここに残っています。", "A colleague has written meanwhile. What you wrote is still here: look at theirs, then keep yours."] : null, ct)
            : TypedResults.Redirect($"/desk/incidents/{incidentId}/review#learned", permanent: false, preserveMethod: false);
    }

    private static IEnumerable<FollowUpItem> Items(IFormCollection form)
    {
        var (done, count) = (form["done"].ToHashSet(), form["what"].Count);
        for (var i = 0; i < count; i++)
        {
            if (!string.IsNullOrWhiteSpace(form["what"][i]))
                yield return new(form["what"][i]!, At("who", i), DateOnly.TryParseExact(At("by", i), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var by) ? by : null, done.Contains(i.ToString(CultureInfo.InvariantCulture))); // not white space: it is there
        }

        string? At(string name, int i) => form[name].Count > i && !string.IsNullOrWhiteSpace(form[name][i]) ? form[name][i] : null;
    }

    private static async Task<IResult> Page(Id<Incident> id, Acting acting, Db db, TimeProvider clock, HttpContext http, NewReview? typed, string? wrong, CancellationToken ct) =>
        await db.ReviewPage(id, acting.Me, typed, wrong, clock.Now, ct) is { } view
            ? new RazorComponentResult<ReviewPage>(new { acting.T, V = view, Token = http.FormToken(), Key = Id<Case>.New().ToString() }) { StatusCode = wrong is null ? 200 : 422 }
            : new RazorComponentResult<NotHerePage>(new { acting.T }) { StatusCode = StatusCodes.Status404NotFound };
}
