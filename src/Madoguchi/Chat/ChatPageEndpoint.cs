using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Chat;

public static class ChatPageEndpoint
{
    public static void MapChatPage(this IEndpointRouteBuilder own) => own.MapGet("", Read);

    private static Task<IResult> Read(Visit visit, HttpContext http, string? all, string? slip, Db db, FragmentsFeature fragments, TimeProvider clock, CancellationToken ct) =>
        Show(http, visit, all == "1", db, fragments, clock, null, null, slip == "1", 200, ct);

    /// <summary>The page; with what could not be sent, and why, if something could not.</summary>
    public static async Task<IResult> Show(
        HttpContext http, Visit visit, bool whole, Db db, FragmentsFeature fragments, TimeProvider clock, string? text, string? problem, bool slip, int status, CancellationToken ct)
    {
        if (await db.Chat(visit.Customer, whole, clock.Now, ct) is not { } view)
            return Problem.NotFound;
        http.FramedBy(await db.Framers(view.Case.Id, ct));
        var t = visit.TongueFor(view.Case.Language);
        var entries = await fragments.Draw(view.Entries, t, visit.Token, ct);
        return new RazorComponentResult<ChatPage>(new { T = t, View = view, visit.Token, visit.Query, Entries = entries, Key = Secret.New("once_"), Text = text, Problem = problem, HasSlip = slip })
        {
            StatusCode = status,
        };
    }
}
