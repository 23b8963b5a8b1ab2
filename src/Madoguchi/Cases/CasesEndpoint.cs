using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Asking;
using Madoguchi.Cases.Assigning;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Canned;
using Madoguchi.Cases.Claiming;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Describing;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Following;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Noting;
using Madoguchi.Cases.Prioritizing;
using Madoguchi.Cases.Reading;
using Madoguchi.Cases.Snoozing;
using Madoguchi.Cases.Solving;
using Madoguchi.Cases.Tagging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Translating;
using Madoguchi.Cases.Withdrawing;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Cases;

public static class CasesEndpoint
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<NumberSupply>();
        services.AddSingleton<CaseFollower>();
        services.AddSingleton<Witnesses>();
        services.AddSingleton<Precedents>();
        services.AddSingleton<Listeners>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Attachments>();
        services.AddSingleton<Presence>();
        services.AddHostedService(p => p.GetRequiredService<Presence>());
        services.AddSingleton<SilenceFollower>();
        services.AddHostedService(p => p.GetRequiredService<SilenceFollower>());
        services.AddSingleton<EntryFollower>();
        services.AddHostedService(p => p.GetRequiredService<EntryFollower>());
        services.AddSingleton(p => HouseZone.Of(p.GetRequiredService<IConfiguration>()["Madoguchi:Zone"]));
        services.AddSingleton<SnoozeFollower>();
        services.AddHostedService(p => p.GetRequiredService<SnoozeFollower>());
        services.AddSingleton<TranslationClient>().AddSingleton<EntryWork, ReadingFollower>().AddHostedService<TranslationFollower>();
        services.AddSingleton<WatchFollower>();
        services.AddHostedService(p => p.GetRequiredService<WatchFollower>());
    }

    /// <summary>What can be done with a case over the API: by its customer or an agent, or by agents alone.</summary>
    public static void MapCases(this IEndpointRouteBuilder callers, IEndpointRouteBuilder api, IEndpointRouteBuilder agents)
    {
        api.MapContacts();
        callers.MapCase();
        callers.MapMessages();
        callers.MapWithdrawals();
        callers.MapAttachments();
        callers.MapTimeline();
        callers.MapStream();
        callers.MapDrafts();
        callers.MapReading();
        callers.MapTyping();
        callers.MapFacts();
        callers.MapSolutions(agents);
        agents.MapDisputes();
        agents.MapNotes();
        agents.MapApprovals();
        agents.MapQuestions();
        agents.MapHints();
        agents.MapPresence();
        agents.MapAssignments();
        agents.MapDescriptions();
        agents.MapClaims();
        agents.MapCannedTexts();
        agents.MapTranslations();
        agents.MapTags();
        agents.MapPriorities();
        agents.MapSnoozes();
    }

    /// <summary>What administrators set up: what is asked, and how things are said.</summary>
    public static void MapCaseSettings(this IEndpointRouteBuilder administrators, IEndpointRouteBuilder agents)
    {
        administrators.MapIntake(agents);
        administrators.MapWording(agents);
    }
}
