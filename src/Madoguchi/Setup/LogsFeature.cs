namespace Madoguchi.Setup;

public static class LogsFeature
{
    /// <summary>What goes into the log. A customer's page has its token in the address, so request lines stay out of it
    /// unless somebody asks for them by configuration.</summary>
    public static void AddLogs(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // One line for each command is too much; and the first start on PostgreSQL logs a missing history table as a failure. Real ones are thrown, and logged by us.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        // Exceptions are logged once, by FaultsFeature.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // The keys of cookies lie in the database beside everything that they protect: whoever reads them there needs no cookie.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }
}
