using Madoguchi.Learning.Drafting;
using Madoguchi.Learning.Helping;
using Madoguchi.Learning.Missing;
using Madoguchi.Learning.Practising;
using Madoguchi.Learning.Staling;

namespace Madoguchi.Learning;

public static class LearningFeature
{
    public static void AddLearning(this IServiceCollection services) => services.AddSingleton<Shelf>().AddHostedService<ShelfFollower>()
        .AddSingleton(s => new StaleAfter(s.GetRequiredService<IConfiguration>().GetValue<int?>("Madoguchi:Learning:StaleAfterDays") is { } days and > 0 ? days : StaleAfter.Otherwise));

    /// <param name="app">For pages that need no sign-in.</param>
    /// <param name="api">For whoever needs no key.</param>
    public static void MapLearning(this IEndpointRouteBuilder app, RouteGroupBuilder api, RouteGroupBuilder agents)
    {
        app.MapHelpPages();
        api.MapHelp();
        agents.MapMissing();
        agents.MapStaling();
        agents.MapDrafting();
        agents.MapPractising();
    }
}
