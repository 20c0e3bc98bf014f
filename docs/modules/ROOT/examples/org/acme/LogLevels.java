package org.acme;

// tag::levels[]
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/log-levels/authlete")
@RolesAllowed("operator")
public class LogLevels {

    @PUT
    public void set(String level) {
        if (!level.equals("DEBUG") && !level.equals("INFO")) {
            throw new BadRequestException();
        }
        Logger.getLogger("io.quarkiverse.authlete").setLevel(level.equals("DEBUG") ? Level.FINE : Level.INFO);
    }
}
// end::levels[]
