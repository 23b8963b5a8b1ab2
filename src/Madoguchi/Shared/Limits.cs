using System.Globalization;
using System.Threading.RateLimiting;

namespace Madoguchi.Shared;

/// <summary>How often an address may do what costs us: settings under <c>Madoguchi:Rates</c>, per minute. Loopback is not exempt.</summary>
public static class Limits
{
    /// <summary><c>Madoguchi:Rates:Contacts</c>: stories from one address a minute.</summary>
    public const string Contacts = "Contacts";

    /// <summary><c>Madoguchi:Rates:SignIns</c>: attempts to sign in from one address a minute.</summary>
    public const string SignIns = "SignIns";

    /// <summary><c>Madoguchi:Rates:Codes</c>: asking for and trying codes that go by mail, from one address a minute.</summary>
    public const string Codes = "Codes";

    /// <summary><c>Madoguchi:Rates:Registrations</c>: what is sent to campaigns' public pages from one address a minute.</summary>
    public const string Registrations = "Registrations";

    /// <summary><c>Madoguchi:Rates:CodeGuesses</c>: campaigns' codes that are nobody's, tried from one address a minute.</summary>
    public const string CodeGuesses = "CodeGuesses";

    /// <summary><c>Madoguchi:Rates:CampaignGuesses</c>: the same at one campaign, from everywhere.</summary>
    public const string CampaignGuesses = "CampaignGuesses";

    /// <summary><c>Madoguchi:Rates:Searches</c>: searches in the help centre from one address a minute.</summary>
    public const string Searches = "Searches";

    /// <summary><c>Madoguchi:Rates:Typing</c>: what comes while one types, from one address a minute.</summary>
    public const string Typing = "Typing";

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = 429;
            limiter.OnRejected = async (context, ct) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "30";
                if (!IsPage(context.HttpContext))
                    await Problem.Of(429, "too-many", "That was a lot in a short time.", "Wait half a minute and send the same again: nothing was lost.").ExecuteAsync(context.HttpContext);
            };
            Add(limiter, configuration, Contacts, 60);
            Add(limiter, configuration, SignIns, 20);
            Add(limiter, configuration, Codes, 20);
            Add(limiter, configuration, Registrations, 120);
            Add(limiter, configuration, Searches, 120);
            Add(limiter, configuration, Typing, 600);
        });

    /// <summary>Whether a person waits for a page; scripts and programs ask for something else, and know problems.</summary>
    public static bool IsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api") && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static void Add(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, IConfiguration configuration, string name, int otherwise)
    {
        var perMinute = int.TryParse(configuration["Madoguchi:Rates:" + name], CultureInfo.InvariantCulture, out var set) ? set : otherwise;
        limiter.AddPolicy(name, http => RateLimitPartition.GetSlidingWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "local",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
    }
}
