using Madoguchi.Cases.Timeline;
using Madoguchi.Reports.Counting;
using Madoguchi.Reports.Monthly;

namespace Madoguchi.Reports;

public static class ReportsFeature
{
    public static void AddReports(this IServiceCollection services) =>
        services.AddSingleton<EntryWork, CountingFollower>().AddSingleton<MonthFollower>().AddHostedService(p => p.GetRequiredService<MonthFollower>());
}
