using Madoguchi.Chat.Contacting;
using Madoguchi.Chat.Evidencing;
using Madoguchi.Chat.Following;
using Madoguchi.Chat.Mailing;
using Madoguchi.Chat.Openings;
using Madoguchi.Chat.Registering;
using Madoguchi.Chat.Restoring;
using Madoguchi.Chat.Talking;
using Madoguchi.Chat.Ticketing;
using Madoguchi.Chat.Trying;
using Madoguchi.Chat.Walking;
using Madoguchi.Chat.YouAsked;
using Madoguchi.Line;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Chat;

/// <summary>The customers' room: first contact in the open, and everything of one case under the address that only its customer has.</summary>
public static class ChatFeature
{
    public static void AddChat(this IServiceCollection services) => services.AddSingleton<FragmentsFeature>().AddSingleton<ChatNews>().AddScoped<Answers>().AddHostedService<PlacesFollower>();

    public static void MapChat(this WebApplication app, IEndpointRouteBuilder callers)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        callers.MapTranscript();
        pages.MapCustomerFiles();
        pages.MapContactPage();
        pages.MapIdentity();
        pages.MapOpeningPage();
        pages.MapTrying();
        pages.MapRegistering();
        var own = pages.MapGroup("/c/{token}").AddEndpointFilter(OnlyKnown);
        own.MapChatPage();
        own.MapSaying();
        own.MapTakingBack();
        own.MapSolutionAnswer();
        own.MapFollowUpAnswer();
        own.MapWorksPage();
        own.MapNewsPage();
        pages.MapKnowing(own);
        own.MapThanksAnswer();
        own.MapSupervisorTap();
        own.MapStepping();
        own.MapPassing();
        own.MapTelling();
        own.MapLanguageAnswer();
        own.MapChatStream();
        own.MapKeeping();
        own.MapMailPage();
        own.MapTicketPage();
        own.MapEvidencePage();
    }

    // The address is the key: nothing behind it is kept by anybody on the way, and a wrong one is answered as kindly as an old one.
    private static async ValueTask<object?> OnlyKnown(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return context.Arguments.OfType<Visit>().FirstOrDefault() is { IsKnown: false } ? Unknown(http) : await next(context);
    }

    private static IResult Unknown(HttpContext http) => http.Request.Headers.ContainsKey(Live.Header) || http.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal) // a request has a path
        ? Problem.NotFound : new RazorComponentResult<UnknownPage>(new { T = Tongue.Asked(http) }) { StatusCode = 404 };
}
