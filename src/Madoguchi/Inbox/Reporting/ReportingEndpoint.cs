using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Reporting.Monthly;
using Madoguchi.Reports;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Reporting;

public static class ReportingEndpoint
{
    private const int Shown = 200;

    public static void MapReporting(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/reports", Show);
        desk.MapMonthPages();
        desk.MapGet("/reports/{name}.csv", Table);
        desk.MapGet("/reports/{name}/cases", Behind);
    }

    private static async Task<RazorComponentResult<ReportsPage>> Show([AsParameters] Wish wish, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (period, wrong) = wish.Period(zone, clock.Now);
        return new(new { T = Tongue.Asked(http), View = await db.Figures(period, wish.Desk is "" ? null : wish.Desk, wish.By, wrong, clock.Now, me, ct) });
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Table(string name, [AsParameters] Wish wish, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (ReportKinds.Named(name) is not { } kind)
            return TypedResults.NotFound();
        var (period, _) = wish.Period(zone, clock.Now);
        var report = await db.Report(name, period, kind.By.Contains(wish.By ?? "") ? wish.By! : kind.By[0], wish.Desk is "" ? null : wish.Desk, me, ct); // found in the list: not null
        return TypedResults.File(Csv.Of(report), ReportsEndpoint.CsvType + "; charset=utf-8", Csv.FileName(report));
    }

    private static async Task<Results<RazorComponentResult<CasesBehindPage>, NotFound>> Behind(
        string name, string? of, [AsParameters] Wish wish, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (ReportKinds.Named(name) is not { } kind || of is null)
            return TypedResults.NotFound();
        var (period, _) = wish.Period(zone, clock.Now);
        var asked = await db.Asked(name, period, kind.By[0], wish.Desk is "" ? null : wish.Desk, me, ct);
        return new RazorComponentResult<CasesBehindPage>(new
        {
            T = Tongue.Asked(http), Period = period, Report = name, Measure = of, Cases = await db.Behind(await db.CasesBehind(asked, of, Shown, ct), me, ct), Back = $"/desk/reports{http.Request.QueryString}#{name}",
        });
    }

    public sealed record Wish(string? From, string? To, string? Days, string? Desk, string? By)
    {
        public (Period Period, bool Wrong) Period(HouseZone zone, DateTimeOffset now)
        {
            if (Days is "7" or "30" or "90")
                return (Madoguchi.Reports.Period.Last(int.Parse(Days, System.Globalization.CultureInfo.InvariantCulture), zone, now), false);
            var (period, errors) = Madoguchi.Reports.Period.Read(From, To, zone, now);
            return (period, errors.Count > 0);
        }
    }
}
