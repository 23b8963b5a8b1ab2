using Madoguchi.Setup.Articling;
using Madoguchi.Setup.Authoring;
using Madoguchi.Setup.Campaigning;
using Madoguchi.Setup.Demo;
using Madoguchi.Setup.FirstRun;
using Madoguchi.SignIn;

namespace Madoguchi.Setup.Settings;

public static class SettingsFeature
{
    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/settings").WithFormTokens().RequireAuthorization(Doors.Settings).ExcludeFromDescription();
        settings.MapGet("", () => TypedResults.LocalRedirect("/settings/desks"));
        settings.MapDeskPages();
        settings.MapHoursPages();
        settings.MapWidgetPages();
        settings.MapLineSettings();
        settings.MapAgentPages();
        settings.MapWordingPages();
        settings.MapCarePages();
        settings.MapMailPages();
        settings.MapTextingPages();
        settings.MapRulePages();
        settings.MapRemedyPages();
        settings.MapProductLogPages();
        settings.MapCampaignPages();
        settings.MapTrackerPages();
        WaitingEndpoint.Map(settings);
        app.MapMailbox();
        app.MapNoticingPage();
        app.MapMySettings();
        app.MapCannedPages();
        app.MapDecisionTextPages();
        app.MapArticlePages();
        app.MapAuthoring();
        app.MapFirstRun();
    }
}
