using Madoguchi.Cases.Timeline;
using Madoguchi.Reports.Counting;

namespace Madoguchi.Reports;

public static class ReportsFeature
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<EntryWork, CountingFollower>();
}
