using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Inbox.Working;
using Madoguchi.Reports;
using Madoguchi.Reports.Monthly;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Reporting.Monthly;

public static class MonthPagesEndpoint
{
    public static void MapMonthPages(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/reports/monthly", Show);
        desk.MapGet("/reports/monthly/{part}.csv", Table);
    }

    private static async Task<IResult> Show(string? month, Acting acting, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct)
    {
        if (!acting.Me.SeesAll)
            return acting.Refuse(acting.T["月のまとめは、責任者と管理者のページです。", "The month in one page is for supervisors and administrators."], status: StatusCodes.Status403Forbidden);
        var today = Month.Of(zone.DayOf(clock.Now));
        var asked = Month.Read(month) is { } read && read <= today ? read : today;
        var desks = await db.Desks.AsNoTracking().ToDictionaryAsync(d => d.Slug, ct);
        var view = new MonthView(asked, await db.Months(zone, clock.Now, ct), await db.Month(asked, zone, clock.Now, ct), desks, month is not null && month != asked.ToString());
        return new RazorComponentResult<MonthPage>(new { acting.T, View = view });
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Table(string part, string? month, CurrentAgent me, HouseZone zone, Db db, TimeProvider clock, CancellationToken ct)
    {
        var today = Month.Of(zone.DayOf(clock.Now));
        if (!me.SeesAll || !MonthReport.Names.Contains(part))
            return TypedResults.NotFound();
        var report = await db.Month(Month.Read(month) is { } read && read <= today ? read : today, zone, clock.Now, ct);
        return TypedResults.File(report.Table(part), ReportsEndpoint.CsvType + "; charset=utf-8", report.FileName(part));
    }
}
