using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Setup;

public static class HealthEndpoint
{
    /// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: the database answers, so requests may be sent here.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("ok")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Db db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) ? TypedResults.Text("ok") : Problem.Of(503, "unavailable", "The database does not answer.");
}
