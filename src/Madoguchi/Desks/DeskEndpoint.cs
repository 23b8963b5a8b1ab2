using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Desks;

public sealed record DeskMade(Id<Desk> DeskId, string Slug);

public sealed record DeskList(IReadOnlyList<DeskView> Desks);

public static class DeskEndpoint
{
    public const string LineIsMade = "This line is made from the desk's opening hours: change those, or take them away first.";

    public static void MapDesks(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        administrators.MapHours(agents);
        agents.MapPresence();
        administrators.MapWidgetSecrets();
        administrators.MapPost("/desks", Make).WithName("makeDesk").WithSummary("A new desk").ProducesProblem(409).ProducesProblem(422);
        administrators.MapGet("/desks", List).WithName("listDesks").WithSummary("All desks as they are set up");
        administrators.MapPatch("/desks/{slug}", Change).WithName("changeDesk").WithSummary("Changes what is named; an empty text takes the old one away. If-Match is honoured")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
    }

    private static async Task<Results<Created<DeskMade>, ProblemHttpResult>> Make(Body<NewDesk> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), clock.Now, db => db.MakeDesk(body.Value), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/desks/{made.Slug}", made);
    }

    private static async Task<Ok<DeskList>> List(Db db, CancellationToken ct) =>
        TypedResults.Ok(new DeskList([.. (await db.Desks.OrderBy(d => d.Slug).ToListAsync(ct)).Select(DeskView.Of)]));

    private static async Task<Results<Ok<DeskView>, ProblemHttpResult>> Change(string slug, Body<DeskChange> body, HttpContext http, Writes writes, CancellationToken ct)
    {
        var result = await writes.Write(db => db.ChangeDesk(slug, body.Value, IfMatch(http.Request)), ct);
        if (result.Refused(out var why, out var changed))
            return Explain(why);
        http.Response.Headers.ETag = $"\"{changed.Version}\"";
        return TypedResults.Ok(changed);
    }

    /// <summary>The version that a changer saw, or nothing when they do not say.</summary>
    internal static string? IfMatch(HttpRequest request) => request.Headers.IfMatch.ToString().Trim() is { Length: > 0 } and not "*" and var tag ? tag.Trim('"') : null;

    private static ProblemHttpResult Explain(DeskMadeRefusal why) => why switch
    {
        DeskMadeRefusal.SlugTaken => Problem.Of(409, "slug-taken", "There is a desk of that slug already."),
    };

    private static ProblemHttpResult Explain(DeskChangedRefusal why) => why switch
    {
        DeskChangedRefusal.Unknown => Problem.NotFound,
        DeskChangedRefusal.HoursAreReckoned => Problem.Invalid("/hours", LineIsMade),
        DeskChangedRefusal.ChangedMeanwhile => Problem.Of(412, "changed-since", "Somebody else has changed this desk meanwhile.", "Read it again and decide anew."),
    };
}
