using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Reports;

public static class ReportsEndpoint
{
    public const string CsvType = "text/csv";

    public static void MapReports(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/reports", () => TypedResults.Ok(ReportKinds.All)).WithName("listReports").WithSummary("The reports, and what each can be counted by");
        agents.MapGet("/reports/{name}", Read).WithName("readReport").WithSummary("Figures of a period, as JSON or, with Accept: text/csv or ?format=csv, as a table")
            .Produces<Report>(200, "application/json", CsvType).ProducesProblem(403).ProducesProblem(422);
    }

    private static async Task<Results<Ok<Report>, FileContentHttpResult, ProblemHttpResult>> Read(
        string name, string? from, string? to, string? desk, string? by, string? format, HttpRequest request, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (ReportKinds.Named(name) is not { } kind)
            return Problem.NotFound;
        var (period, errors) = Period.Read(from, to, zone, clock.Now);
        if (by is not null && !kind.By.Contains(by))
            errors["by"] = [$"One of {string.Join(", ", kind.By)}."];
        if (format is not (null or "json" or "csv"))
            errors["format"] = ["json or csv."];
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        if (by is "agent" && !me.SeesAll)
            return Problem.Of(403, "figures-of-others", "A single colleague's figures are not shown to agents.", "Ask for the sums of your desks, or for your own: /reports/mine.");

        // No desk is called so; PostgreSQL would refuse even to look.
        var storable = desk is null || PlainText.IsStorable(desk);
        var report = await db.Report(name, period, by ?? kind.By[0], storable ? desk : "", me, ct);
        return format is "csv" || (format is null && request.GetTypedHeaders().Accept.Any(a => a.MediaType == CsvType))
            ? TypedResults.File(Csv.Of(report), CsvType + "; charset=utf-8", Csv.FileName(report)) : TypedResults.Ok(report);
    }
}
