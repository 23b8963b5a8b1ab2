using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Reports.Monthly;

public static class MonthlyEndpoint
{
    public static void MapMonthly(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/reports/monthly", Read).WithName("readMonth").WithSummary("The page for the management: one month of all desks, beside the month before; a part of it as a table with ?format=csv&part=")
            .Produces<MonthReport>(200, "application/json", ReportsEndpoint.CsvType).ProducesProblem(403).ProducesProblem(422);

    private static async Task<Results<Ok<MonthReport>, FileContentHttpResult, ProblemHttpResult>> Read(
        string? month, string? format, string? part, HttpRequest request, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (!me.SeesAll)
            return Problem.Of(403, "for-supervisors", "The page of all desks is for supervisors and administrators.", "The sums of your own desks: /reports.");
        var (today, errors) = (Month.Of(zone.DayOf(clock.Now)), new Dictionary<string, string[]>());
        var csv = format is "csv" || (format is null && request.GetTypedHeaders().Accept.Any(a => a.MediaType == ReportsEndpoint.CsvType));
        if (!string.IsNullOrEmpty(month) && !(Month.Read(month) <= today))
            errors["month"] = [$"A month such as 2026-11, at the latest {today}."];
        if (format is not (null or "json" or "csv"))
            errors["format"] = ["json or csv."];
        if ((csv || part is not null) && !MonthReport.Names.Contains(part))
            errors["part"] = [$"One of {string.Join(", ", MonthReport.Names)}."];
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var report = await db.Month(Month.Read(month) ?? today, zone, clock.Now, ct);
        return csv ? TypedResults.File(report.Table(part!), ReportsEndpoint.CsvType + "; charset=utf-8", report.FileName(part!)) : TypedResults.Ok(report); // named in the list: not null
    }
}
