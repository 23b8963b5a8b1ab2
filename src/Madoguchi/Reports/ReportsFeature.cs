using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Reports.Counting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Madoguchi.Reports;

public static class ReportsFeature
{
    public static void AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton(p => Zone.Of(p.GetRequiredService<IConfiguration>()["Madoguchi:Zone"]));
        services.AddSingleton<EntryWork, CountingFollower>();
    }
}
