using Madoguchi.Cases;
using Madoguchi.Cases.Asking;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Asking;

public static class HintEndpoint
{
    public static void MapHint(this IEndpointRouteBuilder desk) => desk.MapPost("/cases/{caseId:id}/hint", Read);

    private static async Task<IResult> Read(Id<Case> caseId, [FromForm] string? text, Acting acting, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (text is null || text.Length > PlainText.Story || !PlainText.IsStorable(text) || await db.HintsFor(caseId, acting.Caller, text, clock.Now, ct) is not { } hints)
            return Problem.NotFound;
        // Who has written the answer into the text asks for nothing any more.
        var hint = hints.FirstOrDefault(h => !text.Contains(h.Value, StringComparison.OrdinalIgnoreCase));
        var desk = hint is null ? null : await db.Desks.AsNoTracking().SingleAsync(d => d.Slug == hint.Desk, ct);
        return new RazorComponentResult<HintLine>(new { acting.T, Hint = hint, Desk = desk?.NameIn(acting.T), Wording = await db.WordingHintsFor(caseId, text, ct) });
    }
}
