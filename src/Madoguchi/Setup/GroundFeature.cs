using System.Text.Encodings.Web;
using System.Text.Unicode;
using Madoguchi.Shared;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Madoguchi.Setup;

/// <summary>What every room stands on: the clock, how texts and JSON are written, what a refusal looks like.</summary>
public static class GroundFeature
{
    /// <summary>Where pages' own files are: beside a published program, otherwise (run from its sources) in the working folder.</summary>
    public static WebApplicationOptions Where(string[] args) => new()
    {
        Args = args, ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    public static void AddGround(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System); // unless the host brings a clock of its own
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // otherwise every kanji becomes &#x…;
        services.AddSingleton<BaseAddress>();
        services.AddSingleton<AssetsFeature>();
        services.AddRazorComponents();
        services.ConfigureHttpJsonOptions(json => Json.Set(json.SerializerOptions));
        services.Configure<RouteOptions>(routes => routes.ConstraintMap["id"] = typeof(IdConstraint));
        services.AddProblems();
        services.AddExceptionHandler<FaultsFeature>();
        services.AddLimits(configuration);
    }
}
