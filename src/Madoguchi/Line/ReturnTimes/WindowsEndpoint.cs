using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.ReturnTimes;

/// <param name="PlacesAnHour">0: this desk lets nobody choose a time.</param>
/// <param name="Windows">The next hours with a place.</param>
public sealed record WindowList(int PlacesAnHour, IReadOnlyList<ReturnWindow> Windows);

public static class WindowsEndpoint
{
    public static void MapWindows(this IEndpointRouteBuilder callers) =>
        callers.MapGet("/desks/{slug}/line/windows", List).WithName("listWindows").WithSummary("The times that can be chosen instead of waiting").ProducesProblem(404);

    private static async Task<Results<Ok<WindowList>, ProblemHttpResult>> List(string slug, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (!PlainText.IsStorable(slug) || await db.Desks.AsNoTracking().Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(ct) is not { } desk)
            return Problem.NotFound;
        var windows = await db.ReturnWindows(desk, clock.Now, null, ct);
        return TypedResults.Ok(new WindowList(windows.PlacesAnHour, [.. windows.Free.Take(WindowsMapping.Shown)]));
    }
}
