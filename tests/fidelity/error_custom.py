class PipelineError(Exception):
    pass

def run():
    try:
        int('x')
    except ValueError as error:
        raise PipelineError('step failed') from error

run()
