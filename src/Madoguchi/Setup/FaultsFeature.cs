using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Madoguchi.Setup;

/// <summary>Exceptions mean a bug or a broken world. One place logs them and says what to do.</summary>
public sealed class FaultsFeature(ILogger<FaultsFeature> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true; // nobody is there to answer
        var problem = Explain(exception);
        if (problem.StatusCode == 503)
            log.LogWarning("{Method} {Path} has to wait: {Reason}", httpContext.Request.Method, Place(httpContext.Request.Path), exception.GetBaseException().Message);
        else if (problem.StatusCode >= 500)
            log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, Place(httpContext.Request.Path));
        if (problem.StatusCode == 503)
            httpContext.Response.Headers.RetryAfter = "2";
        await (LostFeature.Trouble(httpContext, problem.StatusCode) ?? problem).ExecuteAsync(httpContext);
        return true;
    }

    // The address of a customer's page is the key to it.
    private static string Place(PathString path) =>
        path.StartsWithSegments("/c") ? "/c/…/" + string.Join('/', path.ToString().Split('/').Skip(3)) : path.ToString();

    private static ProblemHttpResult Explain(Exception exception) => exception switch
    {
        OnceMismatchException => Problem.Of(422, "idempotency-key-reused", "This Idempotency-Key was used for something else.", "Make a new key for a new request."),
        _ when exception is Files.NoRoomException || exception.Of<SqliteException>() is { SqliteErrorCode: 13 } || exception.Of<PostgresException>() is { SqlState: "53100" } =>
            Problem.Of(507, "no-room", "The server's disk is full.", "Nothing was lost and nothing was half done. Send the same again once the administrator has made room."),
        Files.BrokenException => Problem.Of(503, "file-not-kept", "The file could not be made durable, so it was not taken.", "Send the same again; if it stays so, the server's disk is not well."),
        _ when exception.IsDatabaseAway => Problem.Of(503, "unavailable", "The service cannot take this now.", "Send the same again with the same Idempotency-Key."),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode, "bad-request", "The request cannot be read.", bad.Message),
        _ => Problem.Of(500, "fault", "Something broke on our side.", "It has been noted. Nothing was half done; try again."),
    };
}
